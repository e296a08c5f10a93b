#include "app/ui/host/last_frame.h"

#include "app/ui/kit/imgui_compat.h"

namespace evenkeel::ui {

namespace {

template <typename Value>
void append(std::string& bytes, const Value& value) {
    bytes.append(reinterpret_cast<const char*>(&value), sizeof value);
}

template <typename Item>
void append_all(std::string& bytes, const ImVector<Item>& items) {
    bytes.append(reinterpret_cast<const char*>(items.Data),
                 static_cast<std::size_t>(items.size_in_bytes()));
}

}  // namespace

bool LastFrame::changed(const Ui& ui) {
    const ImDrawData& data = *ui.draw_data();
    scratch_.clear();
    append(scratch_, ui.font_texture().version);
    append(scratch_, ui.look().width_px);
    append(scratch_, ui.look().height_px);
    for (int i = 0; i < data.CmdListsCount; ++i) {
        const ImDrawList& list = *data.CmdLists[i];
        for (const ImDrawCmd& command : list.CmdBuffer) {
            append(scratch_, command.ClipRect);
            append(scratch_, command.ElemCount);
        }
        append_all(scratch_, list.VtxBuffer);
        append_all(scratch_, list.IdxBuffer);
    }
    if (scratch_ == bytes_) return false;
    bytes_.swap(scratch_);
    return true;
}

}  // namespace evenkeel::ui
