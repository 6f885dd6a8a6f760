package gaitd.lab.train;

import gaitd.lab.plot.LinePlot;
import gaitd.lab.plot.PlotText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Several trainings in one picture. */
public final class Curves {
    private static final double MILLION = 1e6;

    /** What a curve rises along. */
    public enum Over {
        /** Policy steps. */
        STEPS("million policy steps"),
        /** Seconds of computing. */
        SECONDS("computing, s");

        private final String label;

        Over(final String label) {
            this.label = label;
        }

        private double of(final Progress row) {
            return switch (this) {
                case STEPS -> row.steps() / MILLION;
                case SECONDS -> row.seconds();
            };
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What a curve shows. */
    public enum What {
        /** Sum of rewards. */
        REWARD("Sum of rewards, mean of 100 episodes", "reward"),
        /** Share of successes. */
        SUCCESS("Share of successes among 100 episodes", "success"),
        /** Length of episodes. */
        LENGTH("Length of episodes, mean of 100", "policy steps");

        private final String title;
        private final String label;

        What(final String title, final String label) {
            this.title = title;
            this.label = label;
        }

        private double of(final Progress row) {
            return switch (this) {
                case REWARD -> row.reward();
                case SUCCESS -> row.success();
                case LENGTH -> row.length();
            };
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final LinePlot plot;
    private final Over over;
    private final What what;

    /**
     * A picture without curves.
     *
     * @param over what curves rise along
     * @param what what they show
     */
    public Curves(final Over over, final What what) {
        this.over = over;
        this.what = what;
        plot = new LinePlot(new PlotText(what.title, over.label, what.label));
    }

    /**
     * Reads the table of a training.
     *
     * @param folder of the training
     * @return its iterations, none when its table has none
     * @throws IOException when there is no table that can be read
     */
    public static List<Progress> read(final Path folder) throws IOException {
        return Files.readAllLines(folder.resolve(TrainFolder.PROGRESS)).stream()
                .map(Progress::of)
                .filter(Objects::nonNull)
                .toList();
    }

    /**
     * Adds a curve, from the first iteration that has a value.
     *
     * @param name in the legend
     * @param rows iterations
     * @return whether there was anything to draw
     */
    public boolean add(final String name, final List<Progress> rows) {
        final List<Progress> known = new ArrayList<>();
        for (final Progress row : rows) {
            if (Double.isFinite(what.of(row))) {
                known.add(row);
            }
        }
        if (known.isEmpty()) {
            return false;
        }
        plot.line(
                name,
                known.stream().mapToDouble(over::of).toArray(),
                known.stream().mapToDouble(what::of).toArray());
        return true;
    }

    /**
     * Draws.
     *
     * @param file PNG or SVG, by its ending
     */
    public void write(final Path file) {
        plot.write(file);
    }
}
