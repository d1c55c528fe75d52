// All addresses of the API.
import type { Edge } from './edge';
import type { Route } from './route';
import { appraisalRoute } from './routes/appraisal';
import { caseActRoutes } from './routes/case-acts';
import { completionCheckRoute } from './routes/completion-check';
import { fileRoutes } from './routes/files';
import { handedTableRoutes } from './routes/handed-tables';
import { expertRoute } from './routes/experts';
import { handOverRoute } from './routes/hand-over';
import { dataRequestRoutes } from './routes/data-requests';
import { candidatesRoute } from './routes/candidates';
import { caseRoutes } from './routes/cases';
import { deliveryRoute } from './routes/deliveries';
import { doorDeskRoutes } from './routes/door-desk';
import { doorRoutes } from './routes/doors';
import { enterpriseRoutes } from './routes/enterprise';
import { figureRoutes } from './routes/figures';
import { protectedRoute } from './routes/protected';
import { heldPushRoutes } from './routes/held-pushes';
import { outageRoutes } from './routes/outages';
import { oversightRoutes } from './routes/oversight';
import { oversightActRoutes } from './routes/oversight-acts';
import { identityReviewRoute } from './routes/identity-reviews';
import { registerImportRoutes } from './routes/register-imports';
import { referenceRoutes } from './routes/reference';
import { reportRoutes } from './routes/reports';

/** The table. */
export function routeTable(edge: Edge): readonly Route[] {
  return [
    ...enterpriseRoutes(edge),
    ...doorRoutes(edge),
    ...fileRoutes(edge),
    ...caseRoutes(edge),
    candidatesRoute(edge),
    ...caseActRoutes(edge),
    protectedRoute(edge),
    completionCheckRoute(edge),
    ...oversightRoutes(edge),
    ...oversightActRoutes(edge),
    ...dataRequestRoutes(edge),
    handOverRoute(edge),
    ...outageRoutes(edge),
    ...heldPushRoutes(edge),
    ...doorDeskRoutes(edge),
    deliveryRoute(edge),
    ...figureRoutes(edge),
    appraisalRoute(edge),
    ...reportRoutes(edge),
    ...handedTableRoutes(edge),
    ...registerImportRoutes(edge),
    identityReviewRoute(edge),
    ...referenceRoutes(edge),
    expertRoute(edge),
  ];
}
