package gaitd.robot.latency;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Command lines for JVMs of this program. */
public final class Jvms {
    /**
     * Flags of a JVM whose control thread never pauses. The collector cannot run, so the heap is fixed and touched beforehand; counters are kept
     * in memory of the process, for the report. The launcher starts the control process with the same.
     */
    public static final List<String> REAL_TIME = List.of(
            "-XX:+UnlockExperimentalVMOptions",
            "-XX:+UseEpsilonGC",
            "-XX:+AlwaysPreTouch",
            "-Xms72m",
            "-Xmx72m",
            "-XX:ReservedCodeCacheSize=48m",
            "-XX:+UsePerfData",
            "-XX:+PerfDisableSharedMem");
    /** Flags of a learner's JVM, of bounded memory: what compilers used is given back to the system. The launcher starts the learner with the same. */
    public static final List<String> LEARNER = List.of(
            "--add-modules=jdk.incubator.vector",
            "-XX:+UseSerialGC",
            "-Xms12m",
            "-Xmx28m",
            "-XX:ReservedCodeCacheSize=24m",
            "-XX:TrimNativeHeapInterval=500",
            "-XX:-UsePerfData");
    /** Flags of every JVM of this program: the class data archive fits only JVMs that open the same packages. */
    public static final List<String> ALL = List.of(
            "--add-exports=java.management/sun.management=ALL-UNNAMED",
            "--add-opens=java.base/jdk.internal.misc=ALL-UNNAMED",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");

    /** Main class of the control process. */
    public static final String CONTROL = "gaitd.robot.control.ControlMain";
    /** Main class of all other commands. */
    public static final String PROGRAM = "gaitd.robot.Main";

    private static final Path CHRT = Path.of("/usr/bin/chrt");
    private static final List<String> ORDINARY = List.of("-XX:+UseSerialGC", "-Xmx256m", "-XX:-UsePerfData");

    private Jvms() {}

    /**
     * An ordinary JVM.
     *
     * @param mainClass its class
     * @param arguments of the program
     * @return the command line
     */
    public static List<String> ordinary(final String mainClass, final String... arguments) {
        return command(ORDINARY, mainClass, arguments);
    }

    /**
     * A JVM for a control thread, as the launcher starts it.
     *
     * @param boosted whether to ask for real-time priority
     * @param mainClass its class
     * @param arguments of the program
     * @return the command line
     */
    public static List<String> realTime(final boolean boosted, final String mainClass, final String... arguments) {
        final List<String> command = new ArrayList<>(boosted ? List.of("chrt", "--fifo", "1") : List.of());
        command.addAll(command(REAL_TIME, mainClass, arguments));
        return command;
    }

    /**
     * A JVM for a learner, as the launcher starts it: behind all other work.
     *
     * @param arguments of the program
     * @return the command line
     */
    public static List<String> learner(final String... arguments) {
        final List<String> command = new ArrayList<>(
                Files.isExecutable(CHRT) ? List.of(CHRT.toString(), "--idle", "0") : List.of("nice", "-n", "19"));
        command.addAll(command(LEARNER, PROGRAM, arguments));
        return command;
    }

    private static List<String> command(final List<String> flags, final String mainClass, final String... arguments) {
        final List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(flags);
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(flag -> flag.startsWith("-XX:AOTCache="))
                .forEach(command::add);
        command.addAll(ALL);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), mainClass));
        command.addAll(List.of(arguments));
        return command;
    }
}
