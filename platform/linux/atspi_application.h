// The program as AT-SPI sees it: an application, its window, and what is in that, answered from a
// tree of the thread's own. All of it lives on one thread.
#pragma once

#include "platform/accessibility.h"
#include "platform/linux/atspi_names.h"
#include "platform/linux/glib.h"

#include <functional>
#include <span>
#include <string>

namespace evenkeel::platform::accessible {

// What somebody asks about. Without a node it is the window or the application itself.
struct Object {
    Id id = 0;
    const Node* node = nullptr;
};

class Application {
public:
    // `bus` is the readers'. What they ask for goes to `request`.
    Application(GDBusConnection* bus, std::function<void(Request)> request);
    ~Application();
    Application(const Application&) = delete;
    Application& operator=(const Application&) = delete;

    // Tells what became different.
    void publish(Tree tree);
    // Of the readers' desktop, by bus name and path.
    void set_parent(std::string name, std::string path);

    [[nodiscard]] const Tree& tree() const { return tree_; }
    void request(Request request) const { request_(std::move(request)); }
    // "(so)": how others call this object; 0 is nobody.
    [[nodiscard]] GVariant* reference(Id id) const;
    [[nodiscard]] GVariant* parent_reference() const;
    // Nothing where no such object is.
    [[nodiscard]] std::optional<Object> object(const char* node_name) const;
    [[nodiscard]] Id parent_of(const Object& object) const;
    [[nodiscard]] std::vector<Id> children_of(const Object& object) const;

private:
    Owned<GDBusConnection> bus_;
    std::function<void(Request)> request_;
    Tree tree_;
    std::string parent_name_;
    std::string parent_path_;
    guint subtree_ = 0;  // as it is registered at the bus
    guint cache_ = 0;
};

// One method or property of an interface: its D-Bus types, and what answers it. An answer is a
// floating tuple of what it gives; a property's is its value.
using Answer = GVariant* (*)(Application& application, const Object& object, GVariant* arguments);
struct Member {
    const char* name;
    const char* takes;  // of a method; null: it is a property
    const char* gives;
    Answer answer;
};
struct Interface {
    const char* name;
    std::span<const Member> members;
};

extern const Interface accessible_interface;
extern const Interface application_interface;
extern const Interface component_interface;
extern const Interface action_interface;
extern const Interface text_interface;
extern const Interface editable_text_interface;

// What an object answers, the one that all have first.
std::vector<const Interface*> interfaces_of(const Object& object);
// An interface as GLib wants it described; it lives as long as the program.
GDBusInterfaceInfo* described(const Interface& interface);

}  // namespace evenkeel::platform::accessible
