#include "app/ui/host/picture.h"

#include "app/ui/host/software_renderer.h"

#include <png.h>

namespace evenkeel::ui {

namespace {

Pixels blank(std::uint32_t width, std::uint32_t height) {
    return {.width = static_cast<int>(width),
            .height = static_cast<int>(height),
            .values = std::vector<std::uint32_t>(static_cast<std::size_t>(width) * height)};
}

// A screen has no more; a file that claims more is not one of ours.
constexpr std::uint32_t side_max_pixels = 16'384;

}  // namespace

Pixels paint(const Ui& ui) {
    const Look& look = ui.look();
    return paint(*ui.draw_data(), ui.font_texture(), look.width_px, look.height_px,
                 theme(look.theme).canvas);
}

Pixels paint(const ImDrawData& data, const FontTexture& font, int width, int height,
             Color background) {
    Pixels pixels = blank(static_cast<std::uint32_t>(width), static_cast<std::uint32_t>(height));
    draw_software(data, font, background, pixels);
    return pixels;
}

Result<void> write_png(const std::string& path, const Pixels& pixels) {
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    image.width = static_cast<std::uint32_t>(pixels.width);
    image.height = static_cast<std::uint32_t>(pixels.height);
    image.format = PNG_FORMAT_RGBA;
    if (png_image_write_to_file(&image, path.c_str(), 0, pixels.values.data(), 0, nullptr) == 0) {
        return Error(ErrorCode::invalid_input, "The picture could not be written there.");
    }
    return {};
}

Result<Pixels> read_png(const std::string& path) {
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    if (png_image_begin_read_from_file(&image, path.c_str()) == 0) {
        return Error(ErrorCode::not_found, "There is no picture of the PNG kind there.");
    }
    image.format = PNG_FORMAT_RGBA;
    if (image.width > side_max_pixels || image.height > side_max_pixels) {
        png_image_free(&image);
        return Error(ErrorCode::unsupported, "The picture is larger than a screen.");
    }
    Pixels pixels = blank(image.width, image.height);
    if (png_image_finish_read(&image, nullptr, pixels.values.data(), 0, nullptr) == 0) {
        return Error(ErrorCode::damaged, "The picture is damaged.");
    }
    return pixels;
}

}  // namespace evenkeel::ui
