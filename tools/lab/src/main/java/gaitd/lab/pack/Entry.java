package gaitd.lab.pack;

import java.nio.charset.StandardCharsets;

/** A file, folder or symbolic link of an archive, owned by root. */
final class Entry {
    private static final int FOLDER_MODE = 0755;
    private static final int LINK_MODE = 0777;

    private final String path;
    private final int mode;
    private final byte[] content;
    private final String link;

    private Entry(final String path, final int mode, final byte[] content, final String link) {
        this.path = path;
        this.mode = mode;
        this.content = content;
        this.link = link;
    }

    static Entry file(final String path, final int mode, final byte[] content) {
        return new Entry(path, mode, content, "");
    }

    static Entry text(final String path, final int mode, final String content) {
        return file(path, mode, content.getBytes(StandardCharsets.UTF_8));
    }

    static Entry folder(final String path) {
        return new Entry(path, FOLDER_MODE, new byte[0], "");
    }

    static Entry link(final String path, final String target) {
        return new Entry(path, LINK_MODE, new byte[0], target);
    }

    /** Without a leading slash; folders end in a slash. */
    String path() {
        return path;
    }

    /** Permission bits. */
    int mode() {
        return mode;
    }

    /** Bytes of a file, empty otherwise; not to be modified. */
    byte[] content() {
        return content;
    }

    /** What a symbolic link points to, empty otherwise. */
    String link() {
        return link;
    }

    boolean isFolder() {
        return path.endsWith("/");
    }

    boolean isLink() {
        return !link.isEmpty();
    }
}
