// The number by which a dispatch, a session, a request, an order … is called within its case. It counts from
// 1 and is as wide as the wire has it: what is wider is told by its field, and not found out behind us.
import { z } from 'zod';

/** 1 … 2³¹ − 1. */
export const ordinal = z.int32().min(1);
