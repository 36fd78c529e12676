import { watchAdding } from "./adding";
import { watchViewer } from "./viewer";

watchAdding();
watchViewer();
