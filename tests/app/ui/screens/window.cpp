#include "tests/app/ui/screens/window.h"

namespace evenkeel::test {

Window::Window(Person& person, const ui::Look& look) : person_(person), look_(look) { open(); }

void Window::open() {
    gui_ = std::make_unique<Gui>(look_, [this](model::Intent intent) {
        person_.engine().handle(intent);
        gui_->show(person_.sees());
    });
    looks_again();
}

void Window::looks_again() {
    gui_->show(person_.sees());
    gui_->settle();
}

void Window::tap(const std::string& name) { gui_->tap(name); }

void Window::write(const std::string& field, const std::string& text) {
    gui_->tap(field);
    gui_->type(text);
}

void Window::is_killed_and_returns() {
    person_.is_killed_and_returns();
    const int taps = gui_->taps;
    open();
    gui_->taps = taps;
}

void TwoWindows::sync() {
    sync_all(clinician, client);
    desk.looks_again();
    phone.looks_again();
}

}  // namespace evenkeel::test
