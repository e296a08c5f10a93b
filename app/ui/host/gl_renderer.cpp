#define GL_GLEXT_PROTOTYPES

#include "app/ui/host/gl_renderer.h"

#include "app/ui/kit/imgui_compat.h"

#include <SDL_opengl.h>
#include <cstddef>

namespace evenkeel::ui {

namespace {

constexpr const char* vertex_source = R"(#version 330 core
layout(location = 0) in vec2 place;
layout(location = 1) in vec2 texel;
layout(location = 2) in vec4 color;
uniform vec2 size;
out vec2 texel_here;
out vec4 color_here;
void main() {
    texel_here = texel;
    color_here = color;
    gl_Position = vec4(place.x / size.x * 2.0 - 1.0, 1.0 - place.y / size.y * 2.0, 0.0, 1.0);
}
)";

constexpr const char* fragment_source = R"(#version 330 core
uniform sampler2D coverage;
in vec2 texel_here;
in vec4 color_here;
out vec4 color;
void main() {
    color = vec4(color_here.rgb, color_here.a * texture(coverage, texel_here).r);
}
)";

unsigned make_program() {
    const unsigned program = glCreateProgram();
    const auto add = [program](GLenum kind, const char* source) {
        const unsigned shader = glCreateShader(kind);
        glShaderSource(shader, 1, &source, nullptr);
        glCompileShader(shader);
        glAttachShader(program, shader);
        glDeleteShader(shader);
    };
    add(GL_VERTEX_SHADER, vertex_source);
    add(GL_FRAGMENT_SHADER, fragment_source);
    glLinkProgram(program);
    return program;
}

void describe_vertices() {
    const auto offset = [](std::size_t bytes) { return reinterpret_cast<const void*>(bytes); };
    constexpr int stride = sizeof(ImDrawVert);
    for (unsigned i = 0; i < 3; ++i) glEnableVertexAttribArray(i);
    glVertexAttribPointer(0, 2, GL_FLOAT, GL_FALSE, stride, offset(offsetof(ImDrawVert, pos)));
    glVertexAttribPointer(1, 2, GL_FLOAT, GL_FALSE, stride, offset(offsetof(ImDrawVert, uv)));
    glVertexAttribPointer(2, 4, GL_UNSIGNED_BYTE, GL_TRUE, stride,
                          offset(offsetof(ImDrawVert, col)));
}

void draw_list(const ImDrawList& list, int height_px) {
    glBufferData(GL_ARRAY_BUFFER, list.VtxBuffer.size_in_bytes(), list.VtxBuffer.Data,
                 GL_STREAM_DRAW);
    glBufferData(GL_ELEMENT_ARRAY_BUFFER, list.IdxBuffer.size_in_bytes(), list.IdxBuffer.Data,
                 GL_STREAM_DRAW);
    constexpr GLenum index_kind = sizeof(ImDrawIdx) == 2 ? GL_UNSIGNED_SHORT : GL_UNSIGNED_INT;
    for (const ImDrawCmd& command : list.CmdBuffer) {
        const ImVec4& clip = command.ClipRect;
        if (clip.z <= clip.x || clip.w <= clip.y) continue;
        glScissor(static_cast<int>(clip.x), height_px - static_cast<int>(clip.w),
                  static_cast<int>(clip.z - clip.x), static_cast<int>(clip.w - clip.y));
        glDrawElementsBaseVertex(
            GL_TRIANGLES, static_cast<int>(command.ElemCount), index_kind,
            reinterpret_cast<const void*>(command.IdxOffset * sizeof(ImDrawIdx)),
            static_cast<int>(command.VtxOffset));
    }
}

}  // namespace

GlRenderer::GlRenderer() : program_(make_program()) {
    size_uniform_ = glGetUniformLocation(program_, "size");
    glGenVertexArrays(1, &vertex_array_);
    glGenBuffers(2, buffers_.data());
    glGenTextures(1, &texture_);
}

GlRenderer::~GlRenderer() {
    glDeleteTextures(1, &texture_);
    glDeleteBuffers(2, buffers_.data());
    glDeleteVertexArrays(1, &vertex_array_);
    glDeleteProgram(program_);
}

void GlRenderer::upload(const FontTexture& font) {
    if (font.version == font_version_) return;
    font_version_ = font.version;
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
    glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
    glTexImage2D(GL_TEXTURE_2D, 0, GL_R8, font.width, font.height, 0, GL_RED, GL_UNSIGNED_BYTE,
                 font.alpha);
}

void GlRenderer::draw(const Ui& ui) {
    const Look& look = ui.look();
    const Color paper = theme(look.theme).canvas;
    glViewport(0, 0, look.width_px, look.height_px);
    glDisable(GL_SCISSOR_TEST);
    glClearColor(static_cast<float>(paper.red) / 255, static_cast<float>(paper.green) / 255,
                 static_cast<float>(paper.blue) / 255, 1);
    glClear(GL_COLOR_BUFFER_BIT);
    glEnable(GL_SCISSOR_TEST);
    glEnable(GL_BLEND);
    glBlendFuncSeparate(GL_SRC_ALPHA, GL_ONE_MINUS_SRC_ALPHA, GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
    glUseProgram(program_);
    glUniform2f(size_uniform_, static_cast<float>(look.width_px),
                static_cast<float>(look.height_px));
    glBindVertexArray(vertex_array_);
    glBindBuffer(GL_ARRAY_BUFFER, buffers_[0]);
    glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, buffers_[1]);
    describe_vertices();
    glBindTexture(GL_TEXTURE_2D, texture_);
    upload(ui.font_texture());
    const ImDrawData& data = *ui.draw_data();
    for (int i = 0; i < data.CmdListsCount; ++i) draw_list(*data.CmdLists[i], look.height_px);
}

}  // namespace evenkeel::ui
