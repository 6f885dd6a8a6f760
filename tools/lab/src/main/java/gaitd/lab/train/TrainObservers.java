package gaitd.lab.train;

import gaitd.robot.terminal.ProgressLine;
import gaitd.robot.terminal.Screen;
import gaitd.robot.view.CurveServer;
import gaitd.runtime.config.Refusal;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** All observers of a training: the terminal or a log, the live page, and pictures in the folder. */
final class TrainObservers implements Consumer<Progress>, AutoCloseable {
    private static final long LINE_NS = 10_000_000_000L;
    private static final long PLOT_NS = 30_000_000_000L;
    private static final double NS_PER_S = 1e9;

    private final TrainPlan plan;
    private final Training training;
    private final PrintWriter out;
    private final LongSupplier clockNs;
    private final TrainPlots plots;
    private final ProgressLine line;
    private final CurveServer server;
    private final long startNs;
    private final long before;
    private long lineNs;
    private long plotNs;
    private boolean draws;

    /**
     * Opens all of them.
     *
     * @param plan of the training
     * @param training not running yet
     * @param folder where pictures go
     * @param viewPort the page's port, 0 for any free one, or null for no page
     * @param out where lines go
     * @param draws whether pictures are drawn
     * @param clockNs a monotonic clock, ns
     * @throws Refusal when the page's port is not to be had
     */
    TrainObservers(
            final TrainPlan plan,
            final Training training,
            final Path folder,
            final Integer viewPort,
            final PrintWriter out,
            final boolean draws,
            final LongSupplier clockNs) {
        this.plan = plan;
        this.training = training;
        this.out = out;
        this.draws = draws;
        this.clockNs = clockNs;
        plots = new TrainPlots(
                folder,
                "%s, %s, %s"
                        .formatted(
                                plan.task().name(),
                                plan.net().rule().key(),
                                plan.net().kind().key()));
        server = viewPort == null ? null : open(new TrainCurves(plan, folder, training.table()), viewPort);
        before = training.learner().iteration();
        if (before > 0) {
            out.println("goes on after iteration " + before
                    + (training.replays() == 0
                            ? ""
                            : ", once environments are back: " + training.replays() + " iterations are acted again"));
        }
        if (server != null) {
            out.println("see it at " + server.address());
        }
        out.flush();
        line = Screen.isThere() ? new ProgressLine(out, "", plan.iterations(), before, clockNs) : null;
        startNs = clockNs.getAsLong();
        lineNs = startNs - LINE_NS;
        plotNs = startNs;
    }

    private static CurveServer open(final TrainCurves curves, final int port) {
        try {
            return new CurveServer(port, curves);
        } catch (final IOException e) {
            throw new Refusal(e.getMessage(), e);
        }
    }

    @Override
    public void accept(final Progress progress) {
        final long nowNs = clockNs.getAsLong();
        final long left = plan.iterations() - progress.iteration();
        if (line != null) {
            line.note(TrainText.note(progress));
            line.accept(1);
        } else if (nowNs - lineNs >= LINE_NS || left == 0) {
            lineNs = nowNs;
            final long done = progress.iteration() - before;
            // the first iteration is the compiler's more than the learner's
            final double eachS = done > 1 || left == 0 ? (nowNs - startNs) / NS_PER_S / done : Double.NaN;
            out.println(TrainText.line(progress, plan.iterations(), eachS * left));
            out.flush();
        }
        if (nowNs - plotNs >= PLOT_NS) {
            draw();
            plotNs = clockNs.getAsLong();
        }
    }

    /** Draws all iterations, also when closed. A failure is reported once, and training goes on without pictures. */
    void draw() {
        if (!draws) {
            return;
        }
        try {
            plots.draw(training.table().rows());
        } catch (final Refusal e) {
            draws = false;
            out.println("no more pictures: " + e.getMessage());
        }
    }

    @Override
    public void close() {
        if (line != null) {
            line.clear();
        }
        if (server != null) {
            server.close();
        }
    }
}
