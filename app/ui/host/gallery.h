// The screens of one profile as PNG files, painted without a window: for the demo where there is no
// display, and for looking at what was made.
#pragma once

#include "app/model/engine.h"

#include <string>
#include <vector>

namespace evenkeel::ui {

struct GallerySetup {
    model::EngineSetup engine;
    std::string passphrase;  // of the profile, which must exist
    std::string folder;      // where the pictures go; must exist
    std::string name;        // the pictures' first word
};

// Every main screen in both themes at phone and desktop size, as NAME-today-phone-dark.png. Nothing
// is written to the profile, and the network is not used. Gives the files' paths.
Result<std::vector<std::string>> paint_gallery(const GallerySetup& setup);

}  // namespace evenkeel::ui
