#include "app/ui/host/readers.h"

#include "app/ui/host/reader_tree.h"

#include <utility>

namespace evenkeel::ui {

namespace {

using platform::accessible::Request;

void replace(Ui& ui, const Request& request) {
    ui.push(platform::TextSelection{request.range.start, request.range.end});
    if (!request.text.empty()) {
        ui.push(platform::TextInput{request.text});
    } else if (request.range.length() > 0) {
        ui.push(platform::KeyPress{.key = platform::KeyCode::del});
    }
}

void apply(Ui& ui, const Request& request) {
    if (!ui.tree().can_focus(request.node)) return;
    switch (request.kind) {
        case Request::Kind::press:
            return ui.activate(request.node);
        case Request::Kind::focus:
            return ui.set_focus(request.node);
        case Request::Kind::select:
            ui.set_focus(request.node);
            return ui.push(platform::TextSelection{request.range.start, request.range.end});
        case Request::Kind::replace:
            ui.set_focus(request.node);
            return replace(ui, request);
    }
}

}  // namespace

Readers::Readers(platform::accessible::Bridge& bridge, platform::Window& window)
    : bridge_(bridge), window_(window) {
    bridge.listen([&window] { window.wake(); });
    window.let_hear_keys(bridge);
}

bool Readers::take_requests(Ui& ui) {
    const auto requests = bridge_.take_requests();
    for (const Request& request : requests) apply(ui, request);
    return !requests.empty();
}

void Readers::tell(Ui& ui) {
    const bool is_heard = bridge_.listening();
    ui.set_read_aloud(is_heard);
    if (!is_heard) {
        told_ = {};
        return;
    }
    auto tree = reader_tree(ui.tree(), "Evenkeel", window_.place(), window_.is_active());
    if (tree == told_) return;
    told_ = tree;
    bridge_.publish(std::move(tree));
}

}  // namespace evenkeel::ui
