#include "app/ui/host/gallery.h"

#include "app/ui/host/picture.h"
#include "app/ui/screens/app.h"

#include <array>
#include <optional>
#include <string_view>

namespace evenkeel::ui {

namespace {

constexpr int frames_to_settle = 4;
constexpr std::int64_t frame_ms = 16;

struct Display {
    std::string_view name;
    Look look;
};
// A phone's pixels are twice as fine, and the system keeps a strip at each end for itself.
constexpr std::array displays = {
    Display{"phone",
            {.form = FormFactor::phone,
             .width_px = 780,
             .height_px = 1688,
             .display_scale = 2,
             .safe_area = {.top = 94, .bottom = 68}}},
    Display{"desktop", {.form = FormFactor::desktop, .width_px = 1280, .height_px = 800}},
};

// How a picture's screen is reached from the one before: a control's label, or the first row of a
// list. One without a name is only gone through.
struct Page {
    std::string_view name;
    std::string_view press;
    bool first_row = false;
};
constexpr std::array client_pages = {Page{.name = "today"},
                                     Page{.name = "screen-time", .press = "Screen time"},
                                     Page{.name = "trends", .press = "Trends"},
                                     Page{.name = "boundaries", .press = "Boundaries"},
                                     Page{.name = "journal", .press = "Journal"},
                                     Page{.name = "sharing", .press = "Sharing"}};
constexpr std::array clinician_pages = {Page{.name = "caseload"},
                                        Page{.name = "overview", .first_row = true},
                                        Page{.name = "intake", .press = "Digital-habits intake"},
                                        Page{.press = "Back"},
                                        Page{.name = "words", .press = "Words"},
                                        Page{.name = "days", .press = "Days"},
                                        Page{.name = "agreed", .press = "Boundaries"},
                                        Page{.name = "tools", .press = "Tools"}};

class Visitor {
public:
    Visitor(const GallerySetup& setup, const Look& look)
        : engine_(setup.engine),
          app_([this](model::Intent intent) { engine_.handle(intent); }),
          ui_(look) {
        engine_.handle(model::Unlock{.passphrase = setup.passphrase});
        settle();
    }

    [[nodiscard]] model::Stage stage() { return engine_.snapshot()->stage; }

    // False if there is nothing of that kind to press.
    bool go_to(const Page& page) {
        if (page.press.empty() && !page.first_row) return true;
        const std::optional<NodeId> node = find(page);
        if (!node) return false;
        ui_.activate(*node);
        settle();
        return true;
    }

    [[nodiscard]] Pixels picture() const { return paint(ui_); }

private:
    void settle() {
        for (int i = 0; i < frames_to_settle; ++i) {
            app_.show(engine_.snapshot());
            now_ms_ += frame_ms;
            ui_.frame(now_ms_, [&] { app_.draw(ui_); });
        }
    }

    [[nodiscard]] std::optional<NodeId> find(const Page& page) const {
        for (const Node& node : ui_.tree().nodes) {
            if (!node.focusable) continue;
            if (page.first_row ? node.role == Role::row : node.label == page.press) return node.id;
        }
        return std::nullopt;
    }

    model::Engine engine_;
    App app_;
    Ui ui_;
    std::int64_t now_ms_ = 0;
};

Result<void> paint_pages(const GallerySetup& setup, const Look& look, const std::string& ending,
                         std::vector<std::string>& files) {
    Visitor visitor(setup, look);
    const model::Stage stage = visitor.stage();
    if (stage != model::Stage::client && stage != model::Stage::clinician) {
        return Error{ErrorCode::invalid_input,
                     "The profile is not open to be painted: it is not joined, or the passphrase "
                     "is another one."};
    }
    const std::span<const Page> pages = stage == model::Stage::client
                                            ? std::span<const Page>(client_pages)
                                            : std::span<const Page>(clinician_pages);
    for (const Page& page : pages) {
        if (!visitor.go_to(page) || page.name.empty()) continue;
        std::string file = setup.folder + "/" + setup.name + "-";
        file.append(page.name).append(ending);
        TRY(write_png(file, visitor.picture()));
        files.push_back(std::move(file));
    }
    return {};
}

}  // namespace

Result<std::vector<std::string>> paint_gallery(const GallerySetup& setup) {
    std::vector<std::string> files;
    for (const Display& display : displays) {
        for (const ThemeKind kind : {ThemeKind::light, ThemeKind::dark}) {
            Look look = display.look;
            look.theme = kind;
            const std::string_view theme_name = kind == ThemeKind::light ? "light" : "dark";
            std::string ending = "-";
            ending.append(display.name).append("-").append(theme_name).append(".png");
            TRY(paint_pages(setup, look, ending, files));
        }
    }
    return files;
}

}  // namespace evenkeel::ui
