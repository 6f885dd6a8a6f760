package gaitd.robot.host;

import gaitd.runtime.config.Config;
import gaitd.runtime.config.Refusal;
import gaitd.runtime.rt.Outcome;
import gaitd.runtime.rt.RealTimeSetup;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Applies the real-time settings in the control thread. */
public final class RealTime {
    private RealTime() {}

    /**
     * Tries the settings in a thread that then ends. Settings of the whole process stay in force.
     *
     * @param config the settings
     * @return the outcomes
     * @throws Refusal when interrupted
     */
    public static List<Outcome> tried(final Config config) {
        try (RealTimeSetup setup = new RealTimeSetup(config, System::nanoTime)) {
            final Thread thread = new Thread(setup::apply);
            thread.start();
            thread.join();
            return setup.outcomes();
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal("interrupted while requesting real-time scheduling", e);
        }
    }

    /**
     * Applies them.
     *
     * @param setup the settings
     * @param strict whether a refusal is fatal
     * @throws Refusal when the system refuses something and that is fatal
     */
    public static void apply(final RealTimeSetup setup, final boolean strict) {
        final List<Outcome> refused =
                setup.apply().stream().filter(Outcome::refused).toList();
        if (strict && !refused.isEmpty()) {
            throw new Refusal("--strict-rt: " + refused.getFirst().line());
        }
    }

    /**
     * How the real-time measures went.
     *
     * @param outcomes of a setup
     * @return a line each, by key
     */
    public static Map<String, String> lines(final List<Outcome> outcomes) {
        final Map<String, String> lines = new LinkedHashMap<>();
        for (final Outcome outcome : outcomes) {
            lines.put(outcome.measure().key, outcome.text());
        }
        return lines;
    }
}
