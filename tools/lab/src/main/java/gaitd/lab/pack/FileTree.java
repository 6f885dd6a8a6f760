package gaitd.lab.pack;

import java.util.Collection;
import java.util.Collections;
import java.util.TreeMap;

/** Entries by path, each after the folders that it is in. */
final class FileTree {
    private final TreeMap<String, Entry> entries = new TreeMap<>();

    FileTree add(final Entry entry) {
        for (int slash = entry.path().indexOf('/');
                slash >= 0;
                slash = entry.path().indexOf('/', slash + 1)) {
            final String folder = entry.path().substring(0, slash + 1);
            entries.putIfAbsent(folder, Entry.folder(folder));
        }
        entries.put(entry.path(), entry);
        return this;
    }

    Collection<Entry> entries() {
        return Collections.unmodifiableCollection(entries.values());
    }

    /** Installed size, KiB: whole blocks, and one for each folder or link. */
    long installedKib() {
        long kib = 0;
        for (final Entry entry : entries.values()) {
            kib += entry.content().length == 0 ? 1 : (entry.content().length + 1023) / 1024;
        }
        return kib;
    }
}
