// The interfaces Component, where an object is, and Action, what can be done with it.
#include "platform/linux/atspi_application.h"

#include <array>

namespace evenkeel::platform::accessible {

namespace {

// What coordinates are counted from.
enum class Origin : std::uint32_t { screen, window, parent };

constexpr std::uint32_t layer_widget = 3;
constexpr std::uint32_t layer_window = 7;

Box box_in_window(const Application& application, const Object& object) {
    const Box& window = application.tree().window;
    return object.node != nullptr ? object.node->box : Box{0, 0, window.width, window.height};
}

Box box_of(const Application& application, const Object& object, std::uint32_t origin) {
    Box box = box_in_window(application, object);
    if (origin == static_cast<std::uint32_t>(Origin::screen)) {
        box.left += application.tree().window.left;
        box.top += application.tree().window.top;
    } else if (origin == static_cast<std::uint32_t>(Origin::parent) && object.node != nullptr) {
        const Id parent = application.parent_of(object);
        const Box around = box_in_window(application, {parent, application.tree().find(parent)});
        box.left -= around.left;
        box.top -= around.top;
    }
    return box;
}

bool contains(const Box& box, int x, int y) {
    return x >= box.left && y >= box.top && x < box.left + box.width && y < box.top + box.height;
}

// A point as a method takes it.
struct Point {
    gint32 x = 0;
    gint32 y = 0;
    guint32 origin = 0;
};

Point read_point(GVariant* arguments) {
    Point point;
    g_variant_get(arguments, "(iiu)", &point.x, &point.y, &point.origin);
    return point;
}

// The last in reading order lies over those before it.
Id at_point(const Application& application, const Object& object, const Point& point) {
    if (!contains(box_of(application, object, point.origin), point.x, point.y)) return 0;
    Id found = object.id;
    for (const Node& node : application.tree().nodes) {
        const Object other{node.id, &node};
        if (!node.is_in_sight || application.parent_of(other) != found) continue;
        if (contains(box_of(application, other, point.origin), point.x, point.y)) found = node.id;
    }
    return found;
}

std::uint32_t origin_of(GVariant* arguments) {
    guint32 origin = 0;
    g_variant_get(arguments, "(u)", &origin);
    return origin;
}

bool ask(Application& application, const Object& object, Request::Kind kind) {
    if (object.node == nullptr || !object.node->is_focusable || object.node->is_disabled) {
        return false;
    }
    application.request({.kind = kind, .node = object.id, .range = {}, .text = {}});
    return true;
}

const char* action_name(const Object& object) {
    switch (object.node->role) {
        case Role::check_box:
            return "toggle";
        case Role::radio_button:
        case Role::tab:
            return "select";
        default:
            return "press";
    }
}

GVariant* give(bool value) { return g_variant_new("(b)", static_cast<gboolean>(value)); }
GVariant* give(const char* text) { return g_variant_new("(s)", text); }

bool is_first(GVariant* arguments) {
    gint32 index = -1;
    g_variant_get(arguments, "(i)", &index);
    return index == 0;
}

constexpr std::array component_members{
    Member{"Contains", "iiu", "b",
           [](Application& application, const Object& object, GVariant* arguments) {
               const Point point = read_point(arguments);
               return give(contains(box_of(application, object, point.origin), point.x, point.y));
           }},
    Member{"GetAccessibleAtPoint", "iiu", "(so)",
           [](Application& application, const Object& object, GVariant* arguments) {
               const Id found = at_point(application, object, read_point(arguments));
               return g_variant_new("(@(so))", application.reference(found));
           }},
    Member{"GetExtents", "u", "(iiii)",
           [](Application& application, const Object& object, GVariant* arguments) {
               const Box box = box_of(application, object, origin_of(arguments));
               return g_variant_new("((iiii))", box.left, box.top, box.width, box.height);
           }},
    Member{"GetPosition", "u", "ii",
           [](Application& application, const Object& object, GVariant* arguments) {
               const Box box = box_of(application, object, origin_of(arguments));
               return g_variant_new("(ii)", box.left, box.top);
           }},
    Member{"GetSize", "", "ii",
           [](Application& application, const Object& object, GVariant*) {
               const Box box = box_in_window(application, object);
               return g_variant_new("(ii)", box.width, box.height);
           }},
    Member{"GetLayer", "", "u",
           [](Application&, const Object& object, GVariant*) {
               return g_variant_new("(u)", object.node != nullptr ? layer_widget : layer_window);
           }},
    Member{"GetMDIZOrder", "", "n",
           [](Application&, const Object&, GVariant*) { return g_variant_new("(n)", 0); }},
    Member{"GetAlpha", "", "d",
           [](Application&, const Object&, GVariant*) { return g_variant_new("(d)", 1.0); }},
    Member{"GrabFocus", "", "b",
           [](Application& application, const Object& object, GVariant*) {
               return give(ask(application, object, Request::Kind::focus));
           }},
};

constexpr std::array action_members{
    Member{"NActions", nullptr, "i",
           [](Application&, const Object&, GVariant*) { return g_variant_new_int32(1); }},
    Member{"GetName", "i", "s",
           [](Application&, const Object& object, GVariant* arguments) {
               return give(is_first(arguments) ? action_name(object) : "");
           }},
    Member{"GetLocalizedName", "i", "s",
           [](Application&, const Object& object, GVariant* arguments) {
               return give(is_first(arguments) ? action_name(object) : "");
           }},
    Member{"GetDescription", "i", "s",
           [](Application&, const Object&, GVariant*) { return give(""); }},
    Member{"GetKeyBinding", "i", "s",
           [](Application&, const Object&, GVariant*) { return give(""); }},
    Member{"GetActions", "", "a(sss)",
           [](Application&, const Object& object, GVariant*) {
               GVariantBuilder list;
               g_variant_builder_init(&list, G_VARIANT_TYPE("a(sss)"));
               g_variant_builder_add(&list, "(sss)", action_name(object), "", "");
               return g_variant_new("(@a(sss))", g_variant_builder_end(&list));
           }},
    Member{"DoAction", "i", "b",
           [](Application& application, const Object& object, GVariant* arguments) {
               return give(is_first(arguments) && ask(application, object, Request::Kind::press));
           }},
};

}  // namespace

const Interface component_interface{"org.a11y.atspi.Component", component_members};
const Interface action_interface{"org.a11y.atspi.Action", action_members};

}  // namespace evenkeel::platform::accessible
