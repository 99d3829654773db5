import type { Cabinet } from './cabinet.ts';
import { attachmentsOf, deleteUploadsOf, rewrapUploads, sweepUploads } from './kept.ts';
import {
  type Asked,
  dropFile,
  fileOf,
  filesOf,
  openUpload,
  putSlice,
  type Slice,
  takeFile,
  type Whole,
} from './uploads.ts';

/** The attachments of the running program, over the stores it was opened with. */
export type Attachments = ReturnType<typeof openAttachments>;

/** Brings the work on attachments and what it works with together. */
export const openAttachments = (cabinet: Cabinet) => ({
  open: (asked: Asked) => openUpload(cabinet, asked),
  put: (slice: Slice) => putSlice(cabinet, slice),
  take: (whole: Whole) => takeFile(cabinet, whole),
  file: (id: string) => fileOf(cabinet, id),
  files: (ids: readonly string[]) => filesOf(cabinet, ids),
  drop: (id: string, draft: string) => dropFile(cabinet, id, draft),
  of: (caseId: string) => attachmentsOf(cabinet, caseId),
  deleteOf: (caseId: string) => deleteUploadsOf(cabinet, caseId),
  sweep: () => sweepUploads(cabinet),
  rewrap: () => rewrapUploads(cabinet),
});
