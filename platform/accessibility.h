// What a screen reader is told of the window, what it asks for, and the keys it hears first: plain
// values, and the bridge that each system builds to its readers.
//
// Places in a text are counted in characters (code points), as readers count them.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace evenkeel::platform::accessible {

// Of one control, as long as it is there and when it comes back; 0 is none. The window's own id is
// `window_id`, which no control has.
using Id = std::uint64_t;
constexpr Id window_id = 1;

enum class Role {
    panel,
    heading,
    text,
    button,
    check_box,
    radio_button,  // one of several, within a panel
    list,
    list_item,
    tab_list,
    tab,
    entry,
    password,
    chart,
    image,
    status,
    dialog,
};

// Physical pixels from the window's top left corner.
struct Box {
    int left = 0;
    int top = 0;
    int width = 0;
    int height = 0;
    friend bool operator==(const Box&, const Box&) = default;
};

struct Range {
    int start = 0;
    int end = 0;
    [[nodiscard]] int length() const { return end - start; }
    friend bool operator==(const Range&, const Range&) = default;
};

// What stands in a field. Of a password only dots.
struct Text {
    std::string content;  // UTF-8
    int caret = 0;
    Range selection;
    std::vector<int> line_starts{0};  // of each line as it is wrapped, the first at 0
    bool has_lines = false;           // it may have more than one
    friend bool operator==(const Text&, const Text&) = default;
};

struct Node {
    Id id = 0;
    Role role = Role::text;
    std::string name;
    std::string description;
    Box box;
    int parent = -1;   // index in `nodes`; -1: the window
    int level = 0;     // of a heading, 1 the highest
    int position = 0;  // among those of its kind, from 1; 0: it is not counted
    int set_size = 0;
    bool is_focusable = false;
    bool is_chosen = false;  // checked, or selected where that is the word
    bool is_disabled = false;
    bool is_in_sight = true;
    // Not 0: its name is said aloud when it appears, or when this number or the name changes.
    std::uint64_t news = 0;
    std::optional<Text> text;
    friend bool operator==(const Node&, const Node&) = default;
};

// In reading order; parents come before their children.
struct Tree {
    std::string title;       // of the window
    Box window;              // where it is on the display
    bool is_active = false;  // keys go to it
    std::vector<Node> nodes;
    Id focus = 0;
    friend bool operator==(const Tree&, const Tree&) = default;

    [[nodiscard]] const Node* find(Id id) const;
    // The parent of a node of this tree: `window_id` for what stands in the window itself.
    [[nodiscard]] Id parent_of(const Node& node) const;
    // What stands directly in a control, or in the window, in reading order.
    [[nodiscard]] std::vector<const Node*> children_of(Id id) const;
};

// What a reader asks for on behalf of the person.
struct Request {
    enum class Kind {
        press,
        focus,
        select,   // `range` of a field's text; empty: the caret goes there
        replace,  // `range` of a field's text by `text`
    };
    Kind kind = Kind::press;
    Id node = 0;
    Range range;
    std::string text;
};

// A key as an X server names it, which is how readers on such systems know keys.
struct Key {
    bool is_down = false;
    std::uint32_t symbol = 0;     // keysym
    std::uint32_t code = 0;       // of the place on the keyboard: evdev's number plus 8
    std::uint32_t modifiers = 0;  // core X modifier mask
    std::uint32_t time_ms = 0;    // of any steadily growing clock
    std::string text;             // what it types; empty: nothing
};

struct Verdict {
    std::uint32_t number = 0;  // as `ask` gave it
    bool is_taken = false;     // the key was a command to the reader: nobody else gets it
};

// Everything is called from one thread but where it says otherwise, and returns at once.
class Bridge {
public:
    virtual ~Bridge() = default;

    // Begins to look out for readers. `wake` is called, from a thread of the bridge, when there is
    // something to take or `listening` changed.
    virtual void listen(std::function<void()> wake) = 0;
    // Somebody wants to be told. Until then nothing need be published, and nothing is kept.
    [[nodiscard]] virtual bool listening() const = 0;
    virtual void publish(Tree tree) = 0;
    // Asks the readers about a key. Its verdict comes with `take_verdicts`, perhaps never.
    virtual std::uint32_t ask(const Key& key) = 0;
    // What came since the last call, in order.
    [[nodiscard]] virtual std::vector<Request> take_requests() = 0;
    [[nodiscard]] virtual std::vector<Verdict> take_verdicts() = 0;
};

// The one of this system.
std::unique_ptr<Bridge> make_bridge();

}  // namespace evenkeel::platform::accessible
