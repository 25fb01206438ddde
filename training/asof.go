package training

import "time"

// endOf is the last moment of a day in a zone.
func endOf(day Date, in *time.Location) time.Time {
	return time.Date(day.Year(), day.Month(), day.Day(), 23, 59, 59, 999_999_999, in)
}

// asOf is the programme as it was at the end of a day: what was recorded for later days is left out.
func (p Program) asOf(on Date) Program {
	known := func(d Date) bool { return !d.IsZero() && d.Compare(on) <= 0 }
	unless := func(d *Date) {
		if !known(*d) {
			*d = Date{}
		}
	}
	q := p
	q.Maps, q.Changes = nil, filter(p.Changes, func(c ServiceChange) bool { return known(c.Date) })
	for _, m := range p.Maps {
		if known(m.Date) {
			unless(&m.Approved)
			q.Maps = append(q.Maps, m)
		}
	}
	q.Modules = nil
	for _, m := range p.Modules {
		if !known(m.Date) {
			continue
		}
		m.Attendance = filter(m.Attendance, func(a Attendance) bool { return known(a.Date) })
		if m.FollowUp != nil && !known(m.FollowUp.Date) {
			m.FollowUp = nil
		}
		q.Modules = append(q.Modules, m)
	}
	q.Incidents = nil
	for _, n := range p.Incidents {
		if known(dayOf(n.Identified)) {
			q.Incidents = append(q.Incidents, n.asOf(on))
		}
	}
	q.Checks = nil
	for _, k := range p.Checks {
		if !known(k.Date) {
			continue
		}
		if k.Remediation != nil {
			r := *k.Remediation
			unless(&r.Completed)
			if k.Remediation = &r; !known(r.Date) {
				k.Remediation = nil
			}
		}
		q.Checks = append(q.Checks, k)
	}
	q.Policies = nil
	for _, y := range p.Policies {
		if known(y.Date) {
			unless(&y.Signed)
			q.Policies = append(q.Policies, y)
		}
	}
	q.Acknowledgments = filter(p.Acknowledgments, func(a Acknowledgment) bool { return known(a.Date) })
	q.Cases = nil
	for _, k := range p.Cases {
		if known(k.Received) {
			if unless(&k.Triaged); k.Triaged.IsZero() {
				k.Triage = ""
			}
			if unless(&k.Closed); k.Closed.IsZero() {
				k.Memo = ""
			}
			q.Cases = append(q.Cases, k)
		}
	}
	q.Bundles = filter(p.Bundles, func(b BundleRecord) bool { return known(b.Date) })
	q.SpotChecks = filter(p.SpotChecks, func(s SpotCheck) bool { return known(s.Date) })
	return q
}

func (n Incident) asOf(on Date) Incident {
	known := func(d Date) bool { return !d.IsZero() && d.Compare(on) <= 0 }
	n.Deployments = filter(n.Deployments, func(d Deployment) bool { return !d.At.After(endOf(on, n.zone())) })
	if n.Procedure != nil {
		q := *n.Procedure
		if !known(q.Signed) {
			q.Signed = Date{}
		}
		if n.Procedure = &q; !known(q.Date) {
			n.Procedure = nil
		}
	}
	n.SignOffs = filter(n.SignOffs, func(s SignOff) bool { return known(s.Date) })
	if n.Learned != nil && !known(n.Learned.Date) {
		n.Learned = nil
	}
	if n.Before != nil && !known(n.Before.Date) {
		n.Before = nil
	}
	if n.After != nil && !known(n.After.Date) {
		n.After = nil
	}
	n.Refunds = filter(n.Refunds, func(r Refund) bool { return known(r.Identified) })
	for i := range n.Refunds {
		if !known(n.Refunds[i].Refunded) {
			n.Refunds[i].Refunded, n.Refunds[i].Proof = Date{}, ""
		}
	}
	if !known(n.Disclosed) {
		n.Disclosed = Date{}
	}
	return n
}

// filter returns a list of its own of what fits.
func filter[T any](list []T, fits func(T) bool) []T {
	var out []T
	for _, v := range list {
		if fits(v) {
			out = append(out, v)
		}
	}
	return out
}
