export default function Soon() {
  return <p class="prose">This view is not built yet. <a href="#/all">All calculations</a> has its calculations.</p>
}
