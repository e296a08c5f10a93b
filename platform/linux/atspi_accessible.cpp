// The interfaces Accessible, which every object has, and Application.
#include "platform/linux/atspi_application.h"

#include <algorithm>
#include <array>

namespace evenkeel::platform::accessible {

namespace {

constexpr std::uint32_t member_of = 5;  // a relation

std::uint32_t role_of(const Object& object) {
    if (object.node != nullptr) return role_number(*object.node);
    return object.id == window_id ? role::frame : role::application;
}

std::string name_of(const Application& application, const Object& object) {
    return object.node != nullptr ? object.node->name : application.tree().title;
}

GVariant* state_words(const Application& application, const Object& object) {
    const Tree& tree = application.tree();
    std::uint64_t states =
        object.node != nullptr ? states_of(*object.node) : states_of_window(tree);
    if (object.node != nullptr && tree.is_active && tree.focus == object.id) {
        // What a reader is led to by the focus takes it, whether or not Tab goes there.
        states |= bit(State::focused) | bit(State::focusable);
    }
    if (object.id == application_id) states &= ~(bit(State::active) | bit(State::resizable));
    const std::array<guint32, 2> words{static_cast<guint32>(states),
                                       static_cast<guint32>(states >> 32)};
    return g_variant_new_fixed_array(G_VARIANT_TYPE_UINT32, words.data(), words.size(),
                                     sizeof(guint32));
}

GVariant* references(const Application& application, const std::vector<Id>& ids) {
    GVariantBuilder list;
    g_variant_builder_init(&list, G_VARIANT_TYPE("a(so)"));
    for (const Id id : ids) g_variant_builder_add_value(&list, application.reference(id));
    return g_variant_builder_end(&list);
}

// Orca counts this list from its end, as GTK gives it.
GVariant* relations(const Application& application, const Object& object) {
    GVariantBuilder set;
    g_variant_builder_init(&set, G_VARIANT_TYPE("a(ua(so))"));
    if (object.node != nullptr && object.node->role == Role::radio_button) {
        std::vector<Id> peers;
        for (const Node* node : application.tree().children_of(application.parent_of(object))) {
            if (node->role == Role::radio_button) peers.push_back(node->id);
        }
        std::reverse(peers.begin(), peers.end());
        g_variant_builder_add(&set, "(u@a(so))", member_of, references(application, peers));
    }
    return g_variant_builder_end(&set);
}

GVariant* attributes(const Object& object) {
    GVariantBuilder all;
    g_variant_builder_init(&all, G_VARIANT_TYPE("a{ss}"));
    const auto add = [&](const char* name, int value) {
        if (value > 0) g_variant_builder_add(&all, "{ss}", name, std::to_string(value).c_str());
    };
    if (object.node != nullptr) {
        add("level", object.node->level);
        add("posinset", object.node->position);
        add("setsize", object.node->set_size);
    }
    return g_variant_builder_end(&all);
}

GVariant* interface_names(const Object& object) {
    GVariantBuilder names;
    g_variant_builder_init(&names, G_VARIANT_TYPE("as"));
    for (const Interface* interface : interfaces_of(object)) {
        g_variant_builder_add(&names, "s", interface->name);
    }
    return g_variant_builder_end(&names);
}

int index_in_parent(const Application& application, const Object& object) {
    const Id parent = application.parent_of(object);
    if (parent == 0) return -1;
    if (parent == application_id) return 0;
    const auto peers = application.children_of({parent, application.tree().find(parent)});
    return static_cast<int>(std::find(peers.begin(), peers.end(), object.id) - peers.begin());
}

Id child_at(const Application& application, const Object& object, int index) {
    const std::vector<Id> children = application.children_of(object);
    const auto at = static_cast<std::size_t>(index);
    return index >= 0 && at < children.size() ? children[at] : 0;
}

GVariant* give(const char* text) { return g_variant_new("(s)", text); }

constexpr std::array accessible_members{
    Member{"Name", nullptr, "s",
           [](Application& application, const Object& object, GVariant*) {
               return g_variant_new_string(name_of(application, object).c_str());
           }},
    Member{"Description", nullptr, "s",
           [](Application&, const Object& object, GVariant*) {
               return g_variant_new_string(object.node ? object.node->description.c_str() : "");
           }},
    Member{"Parent", nullptr, "(so)",
           [](Application& application, const Object& object, GVariant*) {
               return object.id == application_id
                          ? application.parent_reference()
                          : application.reference(application.parent_of(object));
           }},
    Member{"ChildCount", nullptr, "i",
           [](Application& application, const Object& object, GVariant*) {
               const std::size_t count = application.children_of(object).size();
               return g_variant_new_int32(static_cast<gint32>(count));
           }},
    Member{"Locale", nullptr, "s",
           [](Application&, const Object&, GVariant*) { return g_variant_new_string("en"); }},
    Member{"AccessibleId", nullptr, "s",
           [](Application&, const Object&, GVariant*) { return g_variant_new_string(""); }},
    Member{"GetChildAtIndex", "i", "(so)",
           [](Application& application, const Object& object, GVariant* arguments) {
               gint32 index = 0;
               g_variant_get(arguments, "(i)", &index);
               return g_variant_new("(@(so))",
                                    application.reference(child_at(application, object, index)));
           }},
    Member{"GetChildren", "", "a(so)",
           [](Application& application, const Object& object, GVariant*) {
               return g_variant_new("(@a(so))",
                                    references(application, application.children_of(object)));
           }},
    Member{"GetIndexInParent", "", "i",
           [](Application& application, const Object& object, GVariant*) {
               return g_variant_new("(i)", index_in_parent(application, object));
           }},
    Member{"GetRelationSet", "", "a(ua(so))",
           [](Application& application, const Object& object, GVariant*) {
               return g_variant_new("(@a(ua(so)))", relations(application, object));
           }},
    Member{"GetRole", "", "u",
           [](Application&, const Object& object, GVariant*) {
               return g_variant_new("(u)", role_of(object));
           }},
    Member{"GetRoleName", "", "s",
           [](Application&, const Object& object, GVariant*) {
               return give(role_name(role_of(object)));
           }},
    Member{"GetLocalizedRoleName", "", "s",
           [](Application&, const Object& object, GVariant*) {
               return give(role_name(role_of(object)));
           }},
    Member{"GetState", "", "au",
           [](Application& application, const Object& object, GVariant*) {
               return g_variant_new("(@au)", state_words(application, object));
           }},
    Member{"GetAttributes", "", "a{ss}",
           [](Application&, const Object& object, GVariant*) {
               return g_variant_new("(@a{ss})", attributes(object));
           }},
    Member{"GetApplication", "", "(so)",
           [](Application& application, const Object&, GVariant*) {
               return g_variant_new("(@(so))", application.reference(application_id));
           }},
    Member{"GetInterfaces", "", "as",
           [](Application&, const Object& object, GVariant*) {
               return g_variant_new("(@as)", interface_names(object));
           }},
};

constexpr std::array application_members{
    Member{"ToolkitName", nullptr, "s",
           [](Application&, const Object&, GVariant*) { return g_variant_new_string("Evenkeel"); }},
    Member{"Version", nullptr, "s",
           [](Application&, const Object&, GVariant*) { return g_variant_new_string("1"); }},
    Member{"AtspiVersion", nullptr, "s",
           [](Application&, const Object&, GVariant*) { return g_variant_new_string("2.1"); }},
    Member{"Id", nullptr, "i",
           [](Application&, const Object&, GVariant*) { return g_variant_new_int32(0); }},
    Member{"GetLocale", "u", "s",
           [](Application&, const Object&, GVariant*) { return give("en"); }},
};

}  // namespace

const Interface accessible_interface{"org.a11y.atspi.Accessible", accessible_members};
const Interface application_interface{"org.a11y.atspi.Application", application_members};

}  // namespace evenkeel::platform::accessible
