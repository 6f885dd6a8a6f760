package gaitd.lab.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * The table of iterations, in its file and in memory.
 *
 * <p>A line is written before the checkpoint of its iteration, so the file of a run that was killed may be ahead of the
 * checkpoint; lines ahead are cut off, because they will be written again. Thread-safe: one thread adds, others read.
 */
public final class ProgressTable {
    private final Path file;
    private final String header;
    private final List<Progress> rows = new ArrayList<>();

    /**
     * Reads the lines in the file.
     *
     * @param file CSV, made when missing
     * @param terms names of the terms of the reward
     * @param iteration the last one that counts
     * @throws IOException when it cannot be read or written
     */
    ProgressTable(final Path file, final List<String> terms, final long iteration) throws IOException {
        this.file = file;
        header = Progress.header(terms);
        final StringBuilder text = new StringBuilder(header + "\n");
        for (final String line : Files.exists(file) ? Files.readAllLines(file) : List.<String>of()) {
            final Progress row = Progress.of(line, terms.size());
            if (row != null && row.iteration() > last() && row.iteration() <= iteration) {
                rows.add(row);
                text.append(line).append('\n');
            }
        }
        Files.writeString(file, text);
    }

    private long last() {
        return rows.isEmpty() ? 0 : rows.getLast().iteration();
    }

    synchronized void add(final Progress row) throws IOException {
        Files.writeString(file, row.row() + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        rows.add(row);
    }

    /**
     * All lines.
     *
     * @return a copy, iterations rising
     */
    public synchronized List<Progress> rows() {
        return List.copyOf(rows);
    }

    /**
     * Newer lines as they are in the file.
     *
     * @param iteration the last one that is known already, 0 for none
     * @return the header, then lines
     */
    public synchronized String csvAfter(final long iteration) {
        int first = rows.size();
        while (first > 0 && rows.get(first - 1).iteration() > iteration) {
            first--;
        }
        final StringBuilder text = new StringBuilder(header + "\n");
        for (final Progress row : rows.subList(first, rows.size())) {
            text.append(row.row()).append('\n');
        }
        return text.toString();
    }
}
