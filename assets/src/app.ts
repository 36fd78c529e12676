// The behaviour of every page. Each module listens on the document and finds its elements by data attributes, so that pieces
// swapped in by htmx work without being told.
import { watchDialogs } from "./dialogs";
import { watchDropZones } from "./dropzone";
import { watchKeys } from "./keys";
import { watchLeaving } from "./leaving";
import { watchMenus } from "./menus";
import { watchScrollers } from "./scroller";
import { watchSession } from "./session";
import { watchTabs } from "./tabs";
import { watchToasts } from "./toasts";

watchDialogs();
watchMenus();
watchToasts();
watchDropZones();
watchScrollers();
watchTabs();
watchKeys();
watchSession();
watchLeaving();
