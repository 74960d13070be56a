//! Files that are dropped onto the window. They are laid by like those that a start names, and the page is told that
//! something came; it never learns where from.

use tauri::{DragDropEvent, Manager, Window, WindowEvent};

use crate::session::Session;
use crate::window;

/// More at once is a slip of the hand.
const MOST: usize = 20;

/// Takes what was dropped.
pub fn on_window_event(over: &Window, event: &WindowEvent) {
    let WindowEvent::DragDrop(DragDropEvent::Drop { paths, .. }) = event else {
        return;
    };
    let app = over.app_handle().clone();
    let paths: Vec<_> = paths.iter().take(MOST).cloned().collect();
    // Away from the thread that draws: the book may be held by a letter that is being sealed.
    std::thread::spawn(move || {
        app.state::<Session>().hand_in(paths);
        window::tell_handed_in(&app);
    });
}
