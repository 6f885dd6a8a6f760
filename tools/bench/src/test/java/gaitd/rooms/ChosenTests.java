package gaitd.rooms;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import org.junit.platform.engine.discovery.ClassSelector;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** A program that runs the test classes it is given, on a computer that has a JVM and no build: .ci/arm64 calls it. */
final class ChosenTests {
    private ChosenTests() {}

    /**
     * Runs tests.
     *
     * @param arguments full names of test classes
     */
    public static void main(final String[] arguments) {
        final SummaryGeneratingListener listener = new SummaryGeneratingListener();
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(Arrays.stream(arguments)
                                        .map(name -> selectClass(name))
                                        .toArray(ClassSelector[]::new))
                                .build(),
                        listener);
        final TestExecutionSummary summary = listener.getSummary();
        summary.printFailuresTo(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
        final long passed = summary.getTestsSucceededCount();
        System.out.printf(
                Locale.ROOT,
                "%d tests of %d classes on %s: %d passed, %d failed, %d skipped%n",
                summary.getTestsFoundCount(),
                arguments.length,
                System.getProperty("os.arch"),
                passed,
                summary.getTestsFailedCount(),
                summary.getTestsSkippedCount() + summary.getTestsAbortedCount());
        System.exit(passed > 0 && summary.getTotalFailureCount() == 0 ? 0 : 1);
    }
}
