package gaitd.spark;

import gaitd.lab.work.WorkCluster;
import gaitd.lab.work.WorkPool;
import gaitd.runtime.config.Refusal;
import java.io.IOException;
import java.io.Reader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;

/** Opens Spark applications. */
public final class SparkCluster implements WorkCluster {
    private static final Pattern PROCESSES = Pattern.compile("local-cluster\\[ *([0-9]+) *, *([0-9]+) *, *([0-9]+) *]");
    /** What every JVM that does this program's work is started with, as the launcher starts this one. */
    private static final String JVM =
            "--add-modules=jdk.incubator.vector --add-opens=java.base/jdk.internal.misc=ALL-UNNAMED"
                    + " --add-exports=java.management/sun.management=ALL-UNNAMED --enable-native-access=ALL-UNNAMED"
                    + " --sun-misc-unsafe-memory-access=allow -Dslf4j.internal.verbosity=ERROR";

    private static final String SPARK = "spark://";
    private static final int ANSWER_MS = 5000;

    /** Made by the service loader. */
    public SparkCluster() {}

    @Override
    public WorkPool open(final String master) {
        if (master.startsWith(SPARK)) {
            checkAnswered(master);
        }
        final SparkConf conf = new SparkConf()
                .setMaster(master)
                .setAppName("gaitd")
                .setIfMissing("spark.ui.enabled", "false")
                .setIfMissing("spark.executor.extraClassPath", System.getProperty("java.class.path"))
                .setIfMissing("spark.executor.extraJavaOptions", JVM)
                .setIfMissing("spark.task.maxFailures", "8");
        final Matcher processes = PROCESSES.matcher(master);
        if (processes.matches()) {
            conf.setIfMissing("spark.executor.memory", processes.group(3) + "m");
        }
        defaults(conf);
        try {
            return new SparkPool(new JavaSparkContext(conf), master, ExecutorFacts.here());
        } catch (final Exception e) {
            // Scala's checked exceptions come undeclared.
            final String why =
                    String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            throw new Refusal("--on " + master + ": Spark does not start there: " + why + "; see docs/cluster.md", e);
        }
    }

    /** Spark itself tries for a minute before it says that nobody is there. */
    private static void checkAnswered(final String master) {
        String said = "";
        for (final String address : master.substring(SPARK.length()).split(",", -1)) {
            final int colon = address.lastIndexOf(':');
            try (Socket socket = new Socket()) {
                socket.connect(
                        new InetSocketAddress(
                                address.substring(0, colon), Integer.parseInt(address.substring(colon + 1))),
                        ANSWER_MS);
                return;
            } catch (final IOException | IllegalArgumentException e) {
                said = address + ": " + e.getMessage();
            }
        }
        throw new Refusal("--on " + master + ": no master of Spark answers (" + said
                + "); start one as docs/cluster.md says, or give the address that its log tells");
    }

    /** Settings of {@code spark-defaults.conf} in the folder SPARK_CONF_DIR, where there is one. */
    private static void defaults(final SparkConf conf) {
        final String folder = System.getenv("SPARK_CONF_DIR");
        if (folder == null) {
            return;
        }
        final Path file = Path.of(folder, "spark-defaults.conf");
        if (Files.exists(file)) {
            final Properties settings = new Properties();
            try (Reader reader = Files.newBufferedReader(file)) {
                settings.load(reader);
            } catch (final IOException e) {
                throw new Refusal(file + ": cannot be read (" + e.getMessage() + ")", e);
            }
            settings.forEach((key, value) -> conf.set((String) key, ((String) value).strip()));
        }
    }
}
