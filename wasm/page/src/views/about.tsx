import { embedded } from 'iromath:embedded'
import { licences } from 'iromath:licences'
import { Disclosure, Scroll } from '../kit/index.ts'

export default function About() {
  return <div class="text">
    <h2>Where your entries stay</h2>
    <p>In this browser. The page fetches its own files and nothing else; nothing you enter is sent anywhere. Once it is loaded you can switch the network off and go on.</p>
    <ul>
      <li>Parameters, such as the size of the universe or a seed, are in the address of the page after the # and, until you close the tab, in its session storage. So they survive a reload and can be shared as a link. Browsers do not send what stands after the #.</li>
      <li>Claim rows, amounts and ids are held in memory only. A reload forgets them. They are never in a link and never stored.</li>
      <li>The choice of light or dark is kept in local storage.</li>
    </ul>
    <h2>What this is</h2>
    <p>iromath {VERSION}: the mathematics of claims reviews under Corporate Integrity Agreements, as a library, run here as WebAssembly. It was held against every printed figure of the RAT-STATS manuals. Arithmetic is exact until the last square root, so results are the same on every machine.</p>
    {!embedded && <p>The <a href="wasm/SHA256SUMS">SHA-256 sums of the WebAssembly files</a> tell whether they are what the sources give.</p>}
    <h2>What it is not</h2>
    <p>It is no legal advice, no product of OIG, and not endorsed by OIG. It does not decide whether something is a reportable event, whether an error was fraud, or whether an agreement permits what is computed: those are judgements of facts and law. Where an agreement requires RAT-STATS itself, this does not replace that run.</p>
    <h2>Licences</h2>
    <p>iromath is licensed under Apache-2.0. It contains the work of others under the licences below.</p>
    <Disclosure title="Licences of others"><Scroll label="Licences of others"><pre class="printout">{licences}</pre></Scroll></Disclosure>
  </div>
}
