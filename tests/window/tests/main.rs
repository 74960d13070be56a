//! The real window, told in stories: one program for all of them, so that a story that waits keeps no other waiting.

#![cfg(target_os = "linux")]

mod answering;
mod arriving;
mod at_the_desk;
mod between;
mod binary;
mod brought_over;
mod coming;
mod composing;
mod envelope;
mod erasing;
mod first_words;
mod gathering;
mod giving;
mod hostile_letters;
mod keeping;
mod large_letter;
mod letter_rooms;
mod letting_go;
mod looking_back;
mod many;
mod many_photographs;
mod older_file;
mod open_letter;
mod own;
mod package;
mod page_pictures;
mod paper;
mod parting;
mod portable;
mod questions;
mod rooms;
mod rows;
mod second_start;
mod sending;
mod sending_rooms;
mod sets;
mod siblings;
mod taking_out;
mod the_lock;
mod together;
mod toward;
mod traces;
mod two_people;
mod workflows;
