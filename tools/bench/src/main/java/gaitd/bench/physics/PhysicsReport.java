package gaitd.bench.physics;

import gaitd.robot.report.Report;
import gaitd.runtime.config.Version;
import java.io.PrintWriter;

/** Writes results both as lines of text and as keys of a report. */
public final class PhysicsReport {
    private final PrintWriter out;
    private final Report report = new Report().put("version", Version.TEXT);

    /**
     * An empty report.
     *
     * @param out where lines go
     */
    public PhysicsReport(final PrintWriter out) {
        this.out = out;
    }

    /**
     * Starts a part.
     *
     * @param title one line
     */
    public void title(final String title) {
        out.println();
        out.println(title);
        out.flush();
    }

    /**
     * Prints a line.
     *
     * @param text the line
     */
    public void line(final String text) {
        out.println(text);
        out.flush();
    }

    /**
     * Adds a value for programs.
     *
     * @param key its name, with its unit
     * @param value the value
     */
    public void put(final String key, final Object value) {
        report.put(key, value);
    }

    /**
     * The report.
     *
     * @return the live report
     */
    public Report report() {
        return report;
    }
}
