// Over X11. Its libraries are looked for when somebody first asks, so that who does not count pays
// nothing for it. XCB and not Xlib: an error of a window that has just gone stays in this one
// connection, where Xlib's would end the program.
#include "platform/active_window.h"

#include <cstdlib>
#include <cstring>
#include <dlfcn.h>
#include <optional>
#include <xcb/screensaver.h>
#include <xcb/xcb.h>

namespace evenkeel::platform {
namespace {

constexpr std::uint32_t property_words_max = 256;  // of four bytes: long titles end early

template <typename Function>
void find(void* library, const char* name, Function*& function) {
    function = library == nullptr ? nullptr : reinterpret_cast<Function*>(dlsym(library, name));
}

// The functions used here, under their own names.
struct Xcb {
    void* base = dlopen("libxcb.so.1", RTLD_LAZY | RTLD_LOCAL);
    void* saver = dlopen("libxcb-screensaver.so.0", RTLD_LAZY | RTLD_LOCAL);
    decltype(xcb_connect)* connect = nullptr;
    decltype(xcb_connection_has_error)* connection_has_error = nullptr;
    decltype(xcb_disconnect)* disconnect = nullptr;
    decltype(xcb_get_setup)* get_setup = nullptr;
    decltype(xcb_setup_roots_iterator)* roots = nullptr;
    decltype(xcb_intern_atom)* intern_atom = nullptr;
    decltype(xcb_intern_atom_reply)* intern_atom_reply = nullptr;
    decltype(xcb_get_property)* get_property = nullptr;
    decltype(xcb_get_property_reply)* get_property_reply = nullptr;
    decltype(xcb_get_property_value)* get_property_value = nullptr;
    decltype(xcb_get_property_value_length)* get_property_value_length = nullptr;
    decltype(xcb_screensaver_query_info)* query_info = nullptr;
    decltype(xcb_screensaver_query_info_reply)* query_info_reply = nullptr;

    Xcb() {
        find(base, "xcb_connect", connect);
        find(base, "xcb_connection_has_error", connection_has_error);
        find(base, "xcb_disconnect", disconnect);
        find(base, "xcb_get_setup", get_setup);
        find(base, "xcb_setup_roots_iterator", roots);
        find(base, "xcb_intern_atom", intern_atom);
        find(base, "xcb_intern_atom_reply", intern_atom_reply);
        find(base, "xcb_get_property", get_property);
        find(base, "xcb_get_property_reply", get_property_reply);
        find(base, "xcb_get_property_value", get_property_value);
        find(base, "xcb_get_property_value_length", get_property_value_length);
        find(saver, "xcb_screensaver_query_info", query_info);
        find(saver, "xcb_screensaver_query_info_reply", query_info_reply);
    }
    // Old libraries have all of these, so the newest of each answers for the others.
    [[nodiscard]] bool is_here() const {
        return get_property_value_length != nullptr && query_info_reply != nullptr;
    }
};

// What XCB hands out is given back by free().
template <typename Reply>
std::unique_ptr<Reply, decltype(&std::free)> owned(Reply* reply) {
    return {reply, &std::free};
}

class X11ActiveWindow final : public ActiveWindow {
public:
    ~X11ActiveWindow() override { close(); }

    Result<void> available() override {
        if (const char* wayland = std::getenv("WAYLAND_DISPLAY");
            wayland != nullptr && *wayland != '\0') {
            return Error(ErrorCode::refused,
                         "This desktop (Wayland) tells no program which window is in front.");
        }
        if (!xcb_) xcb_ = std::make_unique<Xcb>();
        if (!xcb_->is_here()) {
            return Error(ErrorCode::refused,
                         "Counting needs the libraries libxcb and libxcb-screensaver.");
        }
        return open();
    }

    Result<WindowInFront> look() override {
        TRY(available());
        const auto idle_ms = idle();
        if (!idle_ms) {
            close();  // the next look begins anew
            return Error(ErrorCode::refused,
                         "This desktop does not tell for how long it was idle.");
        }
        WindowInFront seen{.idle_ms = *idle_ms};
        const std::string window = property(root_, active_, XCB_ATOM_WINDOW);
        xcb_window_t id = XCB_WINDOW_NONE;
        if (window.size() == sizeof(id)) std::memcpy(&id, window.data(), sizeof(id));
        if (id == XCB_WINDOW_NONE) return seen;
        seen.program =
            Phi<std::string>(program_in(property(id, XCB_ATOM_WM_CLASS, XCB_ATOM_STRING)));
        std::string title = property(id, net_name_, utf8_);
        if (title.empty()) title = property(id, XCB_ATOM_WM_NAME, XCB_ATOM_STRING);
        seen.title = Phi<std::string>(std::move(title));
        return seen;
    }

private:
    // "navigator\0firefox\0": the instance, then the program.
    static std::string program_in(const std::string& names) {
        const auto first = names.find('\0');
        if (first == std::string::npos) return names;
        return names.substr(first + 1, names.find('\0', first + 1) - first - 1);
    }

    Result<void> open() {
        if (connection_ != nullptr && xcb_->connection_has_error(connection_) == 0) return {};
        close();
        int screen = 0;
        connection_ = xcb_->connect(nullptr, &screen);
        const bool failed = xcb_->connection_has_error(connection_) != 0;
        if (failed) {
            close();
            return Error(ErrorCode::refused, "No desktop answers here that shows windows.");
        }
        root_ = xcb_->roots(xcb_->get_setup(connection_)).data->root;
        active_ = atom("_NET_ACTIVE_WINDOW");
        net_name_ = atom("_NET_WM_NAME");
        utf8_ = atom("UTF8_STRING");
        return {};
    }

    void close() {
        if (connection_ != nullptr) xcb_->disconnect(connection_);
        connection_ = nullptr;
    }

    xcb_atom_t atom(const char* name) {
        const auto asked =
            xcb_->intern_atom(connection_, 0, static_cast<std::uint16_t>(std::strlen(name)), name);
        const auto reply = owned(xcb_->intern_atom_reply(connection_, asked, nullptr));
        return reply ? reply->atom : xcb_atom_t{XCB_ATOM_NONE};
    }

    // Its bytes; empty where the window has none or is gone.
    std::string property(xcb_window_t window, xcb_atom_t name, xcb_atom_t type) {
        const auto asked =
            xcb_->get_property(connection_, 0, window, name, type, 0, property_words_max);
        const auto reply = owned(xcb_->get_property_reply(connection_, asked, nullptr));
        if (!reply || reply->type != type) return {};
        const auto* bytes = static_cast<const char*>(xcb_->get_property_value(reply.get()));
        return {bytes, static_cast<std::size_t>(xcb_->get_property_value_length(reply.get()))};
    }

    std::optional<std::int64_t> idle() {
        const auto asked = xcb_->query_info(connection_, root_);
        const auto reply = owned(xcb_->query_info_reply(connection_, asked, nullptr));
        return reply ? std::optional<std::int64_t>(reply->ms_since_user_input) : std::nullopt;
    }

    std::unique_ptr<Xcb> xcb_;
    xcb_connection_t* connection_ = nullptr;
    xcb_window_t root_ = XCB_WINDOW_NONE;
    xcb_atom_t active_ = XCB_ATOM_NONE, net_name_ = XCB_ATOM_NONE, utf8_ = XCB_ATOM_NONE;
};

}  // namespace

std::unique_ptr<ActiveWindow> make_active_window() { return std::make_unique<X11ActiveWindow>(); }

}  // namespace evenkeel::platform
