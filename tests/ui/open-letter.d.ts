/** What assets/open-letter/age.js defines. */
declare const age: typeof import("age-encryption");
