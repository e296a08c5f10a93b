#include "app/ui/host/picture.h"

#include "app/ui/host/software_renderer.h"
#include "app/ui/kit/imgui_compat.h"

#include <catch2/catch_test_macros.hpp>

#include <filesystem>
#include <fstream>

namespace evenkeel::ui {
namespace {

constexpr Color paper{.red = 0xF7, .green = 0xF5, .blue = 0xF1};

// A bare context, as the widget layer uses it.
class Board {
public:
    Board() : context_(ImGui::CreateContext()) {
        ImGui::GetIO().IniFilename = nullptr;
        ImGui::GetIO().Fonts->AddFontDefault();
        unsigned char* alpha = nullptr;
        ImGui::GetIO().Fonts->GetTexDataAsAlpha8(&alpha, &font_.width, &font_.height);
        font_.alpha = alpha;
    }
    ~Board() { ImGui::DestroyContext(context_); }
    Board(const Board&) = delete;
    Board& operator=(const Board&) = delete;

    template <typename Draw>
    Pixels picture(int width, int height, Draw draw) {
        ImGui::GetIO().DisplaySize = {static_cast<float>(width), static_cast<float>(height)};
        ImGui::GetIO().DeltaTime = 1.0F / 60;
        ImGui::NewFrame();
        draw(*ImGui::GetBackgroundDrawList());
        ImGui::Render();
        return paint(*ImGui::GetDrawData(), font_, width, height, paper);
    }

    // The last picture again, for a window that has blue first.
    Pixels blue_first(int width, int height) {
        Pixels pixels = paint(*ImGui::GetDrawData(), font_, width, height, paper);
        draw_software(*ImGui::GetDrawData(), font_, paper,
                      {pixels.values.data(), width, height, true});
        return pixels;
    }

private:
    ImGuiContext* context_;
    FontTexture font_;
};

TEST_CASE("a picture of nothing is its background") {
    const Pixels pixels = Board().picture(3, 2, [](ImDrawList&) {});
    CHECK(pixels.values == std::vector<std::uint32_t>(6, 0xFFF1F5F7));
}

TEST_CASE("where a window has blue first, the same picture has red and blue change places") {
    Board board;
    const Pixels pixels = board.picture(60, 40, [](ImDrawList& list) {
        list.AddRectFilled({2.5F, 3}, {30, 20}, IM_COL32(10, 20, 200, 255), 6);
        list.AddText({8, 8}, IM_COL32(250, 120, 30, 180), "Low");
    });
    const Pixels blue_first = board.blue_first(60, 40);
    for (std::size_t i = 0; i < pixels.values.size(); ++i) {
        const std::uint32_t value = pixels.values[i];
        REQUIRE(blue_first.values[i] ==
                ((value & 0xFF00FF00U) | (value >> 16 & 0xFFU) | (value & 0xFFU) << 16));
    }
}

TEST_CASE("a rectangle is painted where it was described and nowhere else") {
    const Pixels pixels = Board().picture(20, 10, [](ImDrawList& list) {
        list.AddRectFilled({2, 3}, {7, 9}, IM_COL32(10, 20, 30, 255));
    });
    for (int y = 0; y < 10; ++y) {
        for (int x = 0; x < 20; ++x) {
            const bool inside = x >= 2 && x < 7 && y >= 3 && y < 9;
            REQUIRE(pixels.at(x, y) == (inside ? 0xFF1E140A : 0xFFF1F5F7));
        }
    }
}

TEST_CASE("the edge of a circle is soft and its middle is not") {
    const Pixels pixels = Board().picture(40, 40, [](ImDrawList& list) {
        list.AddCircleFilled({20, 20}, 15, IM_COL32(0, 0, 0, 255));
    });
    int soft = 0;
    for (const std::uint32_t value : pixels.values) {
        const std::uint32_t red = value & 0xFF;
        if (red > 0x10 && red < 0xE0) ++soft;
    }
    CHECK(soft > 60);
    CHECK(soft < 140);
    CHECK(pixels.at(20, 20) == 0xFF000000);
    CHECK(pixels.at(8, 20) == 0xFF000000);
    CHECK(pixels.at(3, 20) == 0xFFF1F5F7);
}

TEST_CASE("text is painted, in its own colour, and clipped where it was clipped") {
    const Pixels pixels = Board().picture(60, 20, [](ImDrawList& list) {
        list.PushClipRect({0, 0}, {30, 20});
        list.AddText({2, 2}, IM_COL32(0, 0, 255, 255), "HHHHHHHH");
        list.PopClipRect();
    });
    int blue = 0;
    for (int y = 0; y < 20; ++y) {
        for (int x = 0; x < 60; ++x) {
            if (pixels.at(x, y) == 0xFFFF0000) ++blue;
            if (x >= 30) REQUIRE(pixels.at(x, y) == 0xFFF1F5F7);
        }
    }
    CHECK(blue > 40);
}

TEST_CASE("the same frame gives the same pixels") {
    const auto draw = [](ImDrawList& list) {
        list.AddCircle({30, 30}, 20.5F, IM_COL32(80, 20, 0, 200), 0, 2.5F);
        list.AddText({3, 3}, IM_COL32_BLACK, "Every day");
    };
    Board canvas;
    CHECK(canvas.picture(60, 60, draw) == canvas.picture(60, 60, draw));
}

TEST_CASE("a picture comes back from its file as it was") {
    const auto path = std::filesystem::temp_directory_path() / "evenkeel_picture_test.png";
    Pixels pixels{.width = 37, .height = 11, .values = std::vector<std::uint32_t>(37 * 11)};
    for (std::size_t i = 0; i < pixels.values.size(); ++i) {
        pixels.values[i] = 0xFF000000U | static_cast<std::uint32_t>(i * 2'654'435U % 0x1000000U);
    }
    REQUIRE(write_png(path.string(), pixels).ok());
    const auto read = read_png(path.string());
    REQUIRE(read.ok());
    CHECK(read.value() == pixels);
    std::filesystem::resize_file(path, std::filesystem::file_size(path) / 2);
    CHECK_FALSE(read_png(path.string()).ok());
    std::filesystem::remove(path);
    CHECK_FALSE(read_png(path.string()).ok());
    CHECK_FALSE(write_png((path / "no" / "such" / "folder.png").string(), pixels).ok());
}

}  // namespace
}  // namespace evenkeel::ui
