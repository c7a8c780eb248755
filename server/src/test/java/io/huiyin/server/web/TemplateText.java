package io.huiyin.server.web;

/** What a template says by itself: its source without comments, code and expressions. */
final class TemplateText {

    private final String source;
    private final StringBuilder html = new StringBuilder();
    private int at;

    private TemplateText(String source) {
        this.source = source;
    }

    static String of(String source) {
        TemplateText text = new TemplateText(source);
        text.html(false);
        return text.html.toString();
    }

    /** HTML until the end, or until the back quote that closes a block handed to another template. */
    private void html(boolean inBlock) {
        while (at < source.length()) {
            if (inBlock && source.charAt(at) == '`') {
                at++;
                return;
            }
            if (source.startsWith("<%--", at)) at = source.indexOf("--%>", at) + 4;
            else if (source.startsWith("@import", at) || source.startsWith("@param", at)) line();
            else if (starts("${", "!{", "$unsafe{")) code('{', '}');
            else if (source.charAt(at) == '@' && Character.isLetter(next())) directive();
            else html.append(source.charAt(at++));
        }
    }

    private void line() {
        int end = source.indexOf('\n', at);
        at = end < 0 ? source.length() : end;
    }

    private void directive() {
        at++;
        while (at < source.length() && (Character.isLetterOrDigit(source.charAt(at)) || source.charAt(at) == '.')) at++;
        if (at < source.length() && source.charAt(at) == '(') code('(', ')');
        html.append(' ');
    }

    /** Java code up to its closing bracket; blocks of HTML inside it are read as HTML. */
    private void code(char open, char close) {
        at = source.indexOf(open, at) + 1;
        for (int depth = 1; depth > 0 && at < source.length(); ) {
            char c = source.charAt(at);
            if (source.startsWith("@`", at)) {
                at += 2;
                html(true);
                continue;
            }
            if (c == '"') literal();
            else if (c == open) depth++;
            else if (c == close) depth--;
            at++;
        }
        html.append('…');
    }

    private void literal() {
        do at += source.charAt(at) == '\\' ? 2 : 1;
        while (at < source.length() && source.charAt(at) != '"');
    }

    private char next() {
        return at + 1 < source.length() ? source.charAt(at + 1) : ' ';
    }

    private boolean starts(String... words) {
        for (String word : words) if (source.startsWith(word, at)) return true;
        return false;
    }
}
