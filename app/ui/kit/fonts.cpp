#include "app/ui/kit/fonts.h"

#include "app/ui/kit/imgui_compat.h"
#include "core/base/characters.h"

#include <algorithm>
#include <cmath>

// Linked in from the font files, by CMakeLists.txt.
extern "C" {
extern const unsigned char evenkeel_inter_regular[];
extern const unsigned char evenkeel_inter_regular_end[];
extern const unsigned char evenkeel_inter_semibold[];
extern const unsigned char evenkeel_inter_semibold_end[];
}

namespace evenkeel::ui {

namespace {

// Inter's ascent and descent together, per em. Type sizes are ems; Dear ImGui counts the former.
constexpr float inter_extent = 3408.0F / 2816.0F;

constexpr std::size_t script_count = 5;

struct Style {
    float size_dp;
    bool is_semibold;
    float line;      // height, in ems
    float tracking;  // between letters, in ems: large type stands closer, as Inter's makers advise
};

std::array<Style, 6> styles(const Metrics& metrics) {  // by TextStyle
    return {{{metrics.display, true, 1.2F, -0.021F},
             {metrics.title, true, 1.3F, -0.016F},
             {metrics.body, false, 1.45F, -0.009F},
             {metrics.body, true, 1.45F, -0.009F},
             {metrics.caption, false, 1.4F, -0.002F},
             {metrics.figure, true, 1.2F, -0.021F}}};
}

struct Range {
    ImWchar first;
    ImWchar last;
};
using Script = std::vector<Range>;

// The first is always there: ASCII, what the program's own words have besides, and the sign for
// what cannot be drawn. Each of the others would take as long to rasterise before the first frame.
const std::array<Script, script_count>& scripts() {
    static const std::array<Script, script_count> all{{
        {{0x20, 0x7E}, {0xB7, 0xB7}, {0x2022, 0x2022}, {0x2026, 0x2026}, {0xFFFD, 0xFFFD}},
        {{0xA0, 0xFF},  // western Europe, its quotation marks and signs
         {0x2010, 0x2027},
         {0x2030, 0x203A},
         {0x20AC, 0x20AC},
         {0x2122, 0x2122},
         {0x2190, 0x2193},
         {0x2212, 0x2212},
         {0x2248, 0x2248},
         {0x2260, 0x2265}},
        {{0x100, 0x24F}, {0x1E00, 0x1EFF}},  // Latin of everywhere else
        {{0x370, 0x3FF}},                    // Greek
        {{0x400, 0x52F}},                    // Cyrillic
    }};
    return all;
}

bool has(const Script& script, std::uint32_t character) {
    return std::ranges::any_of(script, [character](const Range& range) {
        return character >= range.first && character <= range.last;
    });
}

// Pairs of first and last, ended by zero, as the atlas wants them: it keeps the pointer.
const std::vector<ImWchar>& ranges(unsigned wanted) {
    static std::array<std::vector<ImWchar>, 1U << script_count> all;
    std::vector<ImWchar>& list = all.at(wanted);
    if (!list.empty()) return list;
    for (std::size_t i = 0; i < script_count; ++i) {
        if ((wanted >> i & 1U) == 0) continue;
        for (const Range& range : scripts().at(i))
            list.insert(list.end(), {range.first, range.last});
    }
    list.push_back(0);
    return list;
}

ImFont* add_font(ImFontAtlas& atlas, const Style& style, float size_px, unsigned wanted,
                 float scale) {
    const unsigned char* begin =
        style.is_semibold ? evenkeel_inter_semibold : evenkeel_inter_regular;
    const unsigned char* end =
        style.is_semibold ? evenkeel_inter_semibold_end : evenkeel_inter_regular_end;
    ImFontConfig config;
    // Between pixels where they are coarse; dense displays need no such help.
    config.OversampleH = scale < 2 ? 2 : 1;
    config.OversampleV = 1;
    compat::set_tracking(config, style.size_dp * style.tracking * scale);
    return compat::add_lent_font(atlas, begin, end, size_px, config, ranges(wanted).data());
}

}  // namespace

Fonts::Fonts() : atlas_(std::make_unique<ImFontAtlas>()), scripts_(1) {}
Fonts::~Fonts() = default;

bool Fonts::build(FormFactor form, float scale) {
    if (!is_due_ && form == form_ && scale == scale_) return false;
    form_ = form;
    scale_ = scale;
    is_due_ = false;
    atlas_->Clear();
    // Without baked lines all shapes read one white pixel, which any renderer can do exactly.
    atlas_->Flags |= ImFontAtlasFlags_NoBakedLines | ImFontAtlasFlags_NoMouseCursors;
    const auto all = styles(metrics(form));
    for (std::size_t i = 0; i < all.size(); ++i) {
        Face& face = faces_[i];
        face.size_px = std::floor(all[i].size_dp * inter_extent * scale + 0.5F);
        face.line_height_px = std::floor(all[i].size_dp * all[i].line * scale + 0.5F);
        face.font = nullptr;
        for (std::size_t same = 0; same < i; ++same) {
            if (all[same].is_semibold == all[i].is_semibold &&
                faces_[same].size_px == face.size_px) {
                face.font = faces_[same].font;
            }
        }
        if (!face.font) face.font = add_font(*atlas_, all[i], face.size_px, scripts_, scale);
    }
    unsigned char* pixels = nullptr;
    int width = 0;
    int height = 0;
    atlas_->GetTexDataAsAlpha8(&pixels, &width, &height);
    for (Face& face : faces_) {
        face.digit_px = 0;
        for (char digit = '0'; digit <= '9'; ++digit) {
            face.digit_px = std::max(face.digit_px, face.advance(static_cast<unsigned>(digit)));
        }
    }
    ++version_;
    return true;
}

bool Fonts::needs(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        if (static_cast<unsigned char>(text[at]) < 0x80) {
            ++at;
            continue;
        }
        const auto character = next_code_point(text, at);
        if (!character) {
            ++at;
            continue;
        }
        if (has(scripts()[0], *character)) continue;
        for (std::size_t i = 1; i < script_count; ++i) {
            if ((scripts_ >> i & 1U) != 0 || !has(scripts().at(i), *character)) continue;
            scripts_ |= 1U << i;
            is_due_ = true;
        }
    }
    return is_due_;
}

const Face& Fonts::operator[](TextStyle style) const {
    return faces_.at(static_cast<std::size_t>(style));
}

FontTexture Fonts::texture() const {
    FontTexture texture{.version = version_};
    unsigned char* pixels = nullptr;
    atlas_->GetTexDataAsAlpha8(&pixels, &texture.width, &texture.height);
    texture.alpha = pixels;
    return texture;
}

}  // namespace evenkeel::ui
