package gaitd.robot.host;

import java.lang.management.ManagementFactory;

/**
 * Counters of JVM activity that can delay a tick.
 *
 * <p>Safepoints and compilations are counted where the JVM was started with
 * {@code --add-exports java.management/sun.management=ALL-UNNAMED -XX:+UsePerfData}, else they are -1. Reading
 * allocates.
 *
 * @param safepoints times that all threads had to stop, -1 when not counted
 * @param compilations methods compiled, -1 when not counted
 * @param compileMs time the compilers took, ms
 * @param classes classes loaded
 */
public record JvmCounters(long safepoints, long compilations, long compileMs, long classes) {
    private static final String HELPER = "sun.management.ManagementFactoryHelper";
    private static final String PACKAGE = "sun.management.";

    /**
     * Reads them.
     *
     * @return the counters now
     */
    public static JvmCounters read() {
        return new JvmCounters(
                internal("HotspotRuntimeMBean", "getSafepointCount"),
                internal("HotspotCompilationMBean", "getTotalCompileCount"),
                ManagementFactory.getCompilationMXBean().getTotalCompilationTime(),
                ManagementFactory.getClassLoadingMXBean().getTotalLoadedClassCount());
    }

    /**
     * What was added since earlier counters.
     *
     * @param earlier read before
     * @return differences; what was not counted stays -1
     */
    public JvmCounters since(final JvmCounters earlier) {
        return new JvmCounters(
                difference(safepoints, earlier.safepoints),
                difference(compilations, earlier.compilations),
                compileMs - earlier.compileMs,
                classes - earlier.classes);
    }

    private static long difference(final long now, final long earlier) {
        return now < 0 || earlier < 0 ? -1 : now - earlier;
    }

    /** A counter that this JVM does not have reads as -1. */
    private static long internal(final String bean, final String counter) {
        try {
            final Object of = Class.forName(HELPER).getMethod("get" + bean).invoke(null);
            return (long) Class.forName(PACKAGE + bean).getMethod(counter).invoke(of);
        } catch (final ReflectiveOperationException e) {
            return -1;
        }
    }
}
