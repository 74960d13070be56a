// Types only; the module beside it is what runs.
export * from "../../../tests/ui/node_modules/lit-html/development/async-directive.js";
