package gaitd.lab.work;

import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.robot.cli.ExitCode;
import gaitd.robot.testing.Cli;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Places where work may be done, in a program without the module for Spark. */
class OnOptionTest {
    private static String refused(final String where) {
        return Cli.run("eval", "--baseline", "--episodes", "1", "--on", where).refusedWith(ExitCode.USAGE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nowhere",
                "local[0]",
                "local[]",
                "local-cluster[1,1]",
                "local-cluster[0,1,1024]",
                "local-cluster[1,0,1024]",
                "local-cluster[1,1,0]",
                "local-cluster[1,1,1024,1]",
                "spark://",
                "spark://:7077",
                "spark://host",
                "spark://host:7077,",
                "spark://host:123456"
            })
    void whatIsNoPlaceIsRefused(final String where) {
        final String line = refused(where);
        assertTrue(line.contains("--on " + where + ": is no place; expected local, spark://HOST:PORT"), line);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "local[1]",
                "local[*]",
                "local-cluster[1,1,1024]",
                "local-cluster[ 4, 2, 2048 ]",
                "spark://host:7077",
                "spark://one:7077,two:7077"
            })
    void aPlaceNeedsTheModuleForSpark(final String where) {
        final String line = refused(where);
        assertTrue(line.contains("--on " + where + ": needs the module for Spark"), line);
    }
}
