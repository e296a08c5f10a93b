// The interfaces Text and EditableText of fields. Only they are given to objects that have a text.
#include "platform/accessibility_text.h"
#include "platform/linux/atspi_application.h"

#include <algorithm>
#include <array>

namespace evenkeel::platform::accessible {

namespace {

const Text& text_of(const Object& object) { return *object.node->text; }

int count_of(const Object& object) { return character_count(text_of(object).content); }

// As GetStringAtOffset numbers them.
Unit unit_of_granularity(std::uint32_t number) {
    constexpr std::array units{Unit::character, Unit::word, Unit::sentence, Unit::line,
                               Unit::paragraph};
    return number < units.size() ? units.at(number) : Unit::character;
}

// As the older GetTextAtOffset numbers them; each unit once by its start and once by its end, which
// we take for the same.
Unit unit_of_boundary(std::uint32_t number) {
    constexpr std::array units{Unit::character, Unit::word, Unit::word, Unit::sentence,
                               Unit::sentence,  Unit::line, Unit::line};
    return number < units.size() ? units.at(number) : Unit::character;
}

struct Place {
    gint32 offset = 0;
    guint32 unit = 0;
};

Place read_place(GVariant* arguments) {
    Place place;
    g_variant_get(arguments, "(iu)", &place.offset, &place.unit);
    return place;
}

GVariant* give_range(const Object& object, Range range) {
    return g_variant_new("(sii)", characters(text_of(object).content, range).c_str(), range.start,
                         range.end);
}

GVariant* give(bool value) { return g_variant_new("(b)", static_cast<gboolean>(value)); }
GVariant* give(int value) { return g_variant_new("(i)", value); }

GVariant* no_attributes() { return g_variant_new_array(G_VARIANT_TYPE("{ss}"), nullptr, 0); }

// The same look from the first to the last character.
GVariant* give_attributes(const Object& object) {
    return g_variant_new("(@a{ss}ii)", no_attributes(), 0, count_of(object));
}

// A field as a whole: no letter is found by a magnifier, but the field is.
GVariant* give_extents(Application& application, const Object& object, std::uint32_t origin) {
    const Box& box = object.node->box;
    const Box& window = application.tree().window;
    const bool is_on_screen = origin == 0;
    return g_variant_new("(iiii)", box.left + (is_on_screen ? window.left : 0),
                         box.top + (is_on_screen ? window.top : 0), box.width, box.height);
}

GVariant* select(Application& application, const Object& object, Range range) {
    const int count = count_of(object);
    range = {std::clamp(range.start, 0, count), std::clamp(range.end, 0, count)};
    application.request(
        {.kind = Request::Kind::select, .node = object.id, .range = range, .text = {}});
    return give(true);
}

GVariant* replace(Application& application, const Object& object, Range range, std::string text) {
    if (object.node->is_disabled) return give(false);
    application.request({.kind = Request::Kind::replace,
                         .node = object.id,
                         .range = range,
                         .text = std::move(text)});
    return give(true);
}

int read_number(GVariant* arguments) {
    gint32 number = 0;
    g_variant_get_child(arguments, 0, "i", &number);
    return number;
}

Range read_range(GVariant* arguments, std::size_t first) {
    Range range;
    g_variant_get_child(arguments, first, "i", &range.start);
    g_variant_get_child(arguments, first + 1, "i", &range.end);
    return range;
}

constexpr std::array text_members{
    Member{"CharacterCount", nullptr, "i",
           [](Application&, const Object& object, GVariant*) {
               return g_variant_new_int32(count_of(object));
           }},
    Member{"CaretOffset", nullptr, "i",
           [](Application&, const Object& object, GVariant*) {
               return g_variant_new_int32(text_of(object).caret);
           }},
    Member{"GetText", "ii", "s",
           [](Application&, const Object& object, GVariant* arguments) {
               Range range = read_range(arguments, 0);
               if (range.end < 0) range.end = count_of(object);
               return g_variant_new("(s)", characters(text_of(object).content, range).c_str());
           }},
    Member{"GetCharacterAtOffset", "i", "i",
           [](Application&, const Object& object, GVariant* arguments) {
               return give(
                   static_cast<int>(character_at(text_of(object).content, read_number(arguments))));
           }},
    Member{"GetStringAtOffset", "iu", "sii",
           [](Application&, const Object& object, GVariant* arguments) {
               const Place place = read_place(arguments);
               return give_range(
                   object, unit_at(text_of(object), place.offset, unit_of_granularity(place.unit)));
           }},
    Member{"GetTextAtOffset", "iu", "sii",
           [](Application&, const Object& object, GVariant* arguments) {
               const Place place = read_place(arguments);
               return give_range(
                   object, unit_at(text_of(object), place.offset, unit_of_boundary(place.unit)));
           }},
    Member{"GetTextBeforeOffset", "iu", "sii",
           [](Application&, const Object& object, GVariant* arguments) {
               const Place place = read_place(arguments);
               const Unit unit = unit_of_boundary(place.unit);
               const Range here = unit_at(text_of(object), place.offset, unit);
               if (here.start == 0) return give_range(object, {});
               return give_range(object, unit_at(text_of(object), here.start - 1, unit));
           }},
    Member{"GetTextAfterOffset", "iu", "sii",
           [](Application&, const Object& object, GVariant* arguments) {
               const Place place = read_place(arguments);
               const Unit unit = unit_of_boundary(place.unit);
               const Range here = unit_at(text_of(object), place.offset, unit);
               const int count = count_of(object);
               if (here.end >= count) return give_range(object, {count, count});
               return give_range(object, unit_at(text_of(object), here.end, unit));
           }},
    Member{"SetCaretOffset", "i", "b",
           [](Application& application, const Object& object, GVariant* arguments) {
               const int place = read_number(arguments);
               return select(application, object, {place, place});
           }},
    Member{"GetNSelections", "", "i",
           [](Application&, const Object& object, GVariant*) {
               return give(text_of(object).selection.length() > 0 ? 1 : 0);
           }},
    Member{"GetSelection", "i", "ii",
           [](Application&, const Object& object, GVariant* arguments) {
               const Range selection =
                   read_number(arguments) == 0 ? text_of(object).selection : Range{};
               return g_variant_new("(ii)", selection.start, selection.end);
           }},
    Member{"AddSelection", "ii", "b",
           [](Application& application, const Object& object, GVariant* arguments) {
               return select(application, object, read_range(arguments, 0));
           }},
    Member{"SetSelection", "iii", "b",
           [](Application& application, const Object& object, GVariant* arguments) {
               if (read_number(arguments) != 0) return give(false);
               return select(application, object, read_range(arguments, 1));
           }},
    Member{"RemoveSelection", "i", "b",
           [](Application& application, const Object& object, GVariant* arguments) {
               if (read_number(arguments) != 0) return give(false);
               const int caret = text_of(object).caret;
               return select(application, object, {caret, caret});
           }},
    Member{"GetCharacterExtents", "iu", "iiii",
           [](Application& application, const Object& object, GVariant* arguments) {
               return give_extents(application, object, read_place(arguments).unit);
           }},
    Member{"GetRangeExtents", "iiu", "iiii",
           [](Application& application, const Object& object, GVariant* arguments) {
               guint32 origin = 0;
               g_variant_get_child(arguments, 2, "u", &origin);
               return give_extents(application, object, origin);
           }},
    Member{"GetAttributes", "i", "a{ss}ii",
           [](Application&, const Object& object, GVariant*) { return give_attributes(object); }},
    Member{"GetAttributeRun", "ib", "a{ss}ii",
           [](Application&, const Object& object, GVariant*) { return give_attributes(object); }},
    Member{"GetDefaultAttributes", "", "a{ss}",
           [](Application&, const Object&, GVariant*) {
               return g_variant_new("(@a{ss})", no_attributes());
           }},
    Member{"GetDefaultAttributeSet", "", "a{ss}",
           [](Application&, const Object&, GVariant*) {
               return g_variant_new("(@a{ss})", no_attributes());
           }},
};

constexpr std::array editable_members{
    Member{"SetTextContents", "s", "b",
           [](Application& application, const Object& object, GVariant* arguments) {
               const char* text = nullptr;
               g_variant_get(arguments, "(&s)", &text);
               return replace(application, object, {0, count_of(object)}, text);
           }},
    // Of a text, as many characters as are wanted.
    Member{"InsertText", "isi", "b",
           [](Application& application, const Object& object, GVariant* arguments) {
               gint32 place = 0;
               const char* text = nullptr;
               gint32 length = 0;
               g_variant_get(arguments, "(i&si)", &place, &text, &length);
               return replace(application, object, {place, place}, characters(text, {0, length}));
           }},
    Member{"DeleteText", "ii", "b",
           [](Application& application, const Object& object, GVariant* arguments) {
               return replace(application, object, read_range(arguments, 0), {});
           }},
};

}  // namespace

const Interface text_interface{"org.a11y.atspi.Text", text_members};
const Interface editable_text_interface{"org.a11y.atspi.EditableText", editable_members};

}  // namespace evenkeel::platform::accessible
