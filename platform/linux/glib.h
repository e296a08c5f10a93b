// Owners for what GLib counts, so that it is given back on every way out.
#pragma once

#include <gio/gio.h>
#include <memory>

namespace evenkeel::platform {

struct GivesBack {
    void operator()(GVariant* variant) const { g_variant_unref(variant); }
    void operator()(GMainContext* context) const { g_main_context_unref(context); }
    void operator()(GMainLoop* loop) const { g_main_loop_unref(loop); }
    void operator()(GDBusNodeInfo* info) const { g_dbus_node_info_unref(info); }
    void operator()(GSource* source) const { g_source_unref(source); }
    void operator()(GCancellable* cancellable) const { g_object_unref(cancellable); }
    void operator()(GDBusConnection* connection) const { g_object_unref(connection); }
};

template <typename Type>
using Owned = std::unique_ptr<Type, GivesBack>;

}  // namespace evenkeel::platform
