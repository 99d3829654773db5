/** Another server took the key between our look and our write. Run again, the command sees what the other wrote. */
export class Overtaken extends Error {
  override name = 'Overtaken';
}
