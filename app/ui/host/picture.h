// Pictures of screens: painted without a window, and as PNG files.
#pragma once

#include "app/ui/host/pixels.h"
#include "app/ui/kit/ui.h"
#include "core/base/result.h"

#include <string>

namespace evenkeel::ui {

// What a window would show of the last frame. The same frame gives the same pixels.
Pixels paint(const Ui& ui);
Pixels paint(const ImDrawData& data, const FontTexture& font, int width, int height,
             Color background);

Result<void> write_png(const std::string& path, const Pixels& pixels);
Result<Pixels> read_png(const std::string& path);

}  // namespace evenkeel::ui
