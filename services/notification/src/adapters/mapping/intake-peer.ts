// The definition of intake's door as notification needs it; generated code goes no further.
import { IntakeServiceClient } from '#contracts/gen/zhitong/intake/v1/service';

/** Generated client class of intake. */
export const intakeClient = IntakeServiceClient;
