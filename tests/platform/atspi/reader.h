// A screen reader that is not ours: libatspi, by which Orca reads, on the bus of this session. It
// says that somebody reads, walks through what is there, and writes down what it is told.
#pragma once

#include <atspi/atspi.h>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace evenkeel::test {

struct Unreference {
    void operator()(void* object) const { g_object_unref(object); }
};
template <typename Type>
using Reference = std::unique_ptr<Type, Unreference>;

class Reader {
public:
    Reader();
    ~Reader();
    Reader(const Reader&) = delete;
    Reader& operator=(const Reader&) = delete;

    // What desktops do when a reader is started or ended.
    void say_that_somebody_reads(bool reads);
    // Lets events come until it is so, for up to ten seconds.
    bool comes_true(const std::function<bool()>& is_so);

    // The program of that name, or a control of that name in it; null: it is not there.
    [[nodiscard]] Reference<AtspiAccessible> program(const std::string& name) const;
    [[nodiscard]] Reference<AtspiAccessible> find(const std::string& name) const;
    // All of the program, a line for each object: role, name, states that matter.
    [[nodiscard]] std::string walk() const;

    // "object:state-changed:focused 1 'Save'", in the order in which they came.
    [[nodiscard]] const std::vector<std::string>& heard() const { return heard_; }
    void forget() { heard_.clear(); }
    // Waits for it.
    bool hears(const std::string& line);

    // From now on the key with this X keysym is a command to the reader.
    void take_key(int symbol);
    [[nodiscard]] const std::vector<std::string>& keys() const { return keys_; }

private:
    static void hear(AtspiEvent* event, void* self);
    static gboolean hear_key(AtspiDeviceEvent* event, void* self);

    Reference<AtspiEventListener> listener_;
    Reference<AtspiDeviceListener> key_listener_;
    std::vector<std::string> heard_;
    std::vector<std::string> keys_;
    int taken_symbol_ = 0;
};

}  // namespace evenkeel::test
