// Why can something not be done? One plain sentence that the editor shows to the person who asked.

/** Thrown by a feature that has to say no; the message is for people. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
}
