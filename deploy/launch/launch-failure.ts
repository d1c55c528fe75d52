/**
 * A reason not to go on that the operator can mend himself: one sentence in two languages, shown without a
 * stack. Anything else that is thrown is a fault of the launcher and is shown with its stack.
 */
export class LaunchFailure extends Error {
  constructor(
    zh: string,
    en: string,
    /** Exit code of the command; 78 says "bad configuration, do not restart". */
    readonly exitCode = 1,
  ) {
    super(`${zh}\n${en}`);
  }
}

/**
 * Exit code by which a program says that its configuration is wrong, so that starting it again is useless.
 */
export const badConfiguration = 78;
