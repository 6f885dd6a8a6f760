package gaitd.bench.dynamics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.sim.engine.DynamicsReadout;
import gaitd.sim.engine.RobotModel;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The reference states and the ways a file can be wrong. */
class DynamicsCheckTest {
    @TempDir
    Path folder;

    private static Path resource(final String name) throws URISyntaxException {
        return Path.of(DynamicsCheckTest.class.getResource(name).toURI());
    }

    private Path written(final String from, final String what, final String with) throws Exception {
        for (final String links : List.of("links.json", "links_payload.json")) {
            Files.copy(resource(links), folder.resolve(links));
        }
        final Path file = folder.resolve("states.json");
        Files.writeString(file, Files.readString(resource(from)).replaceFirst(what, with));
        return file;
    }

    @ParameterizedTest
    @CsvSource({"states.json, 100", "states_payload.json, 50"})
    void agreesWithTheReferenceStates(final String name, final int states) throws Exception {
        final List<DynamicsCheck.Result> results = DynamicsCheck.run(resource(name));
        assertEquals(10, results.size());
        for (final DynamicsCheck.Result r : results) {
            assertTrue(r.pass() && r.worstError() < 1e-12, r.toString());
        }
        assertEquals(states, results.get(0).cases());
    }

    @Test
    void modelInCodeIsTheReferenceModel() throws Exception {
        final double[] ours = new double[324];
        final double[] theirs = new double[324];
        final double[] q = {0.3, 1.1, -2, -0.2, 0.5, -1.2, 0.1, 0.9, -1.8, -0.5, 1.5, -1};
        massMatrix(RobotModel.a1(), q, ours);
        massMatrix(LinksFile.read(resource("links.json")), q, theirs);
        for (int i = 0; i < 324; i++) {
            assertEquals(theirs[i], ours[i], 1e-15);
        }
        assertEquals(12.453, RobotModel.a1().totalMassKg(), 1e-12);
    }

    private static void massMatrix(final RobotModel model, final double[] q, final double[] out) {
        final DynamicsReadout readout = new DynamicsReadout(model);
        readout.update(new double[3], new double[] {1, 0, 0, 0}, new double[3], new double[3], q, new double[12]);
        readout.massMatrix(out);
    }

    @Test
    void reportsAWrongReference() throws Exception {
        final Path file = written("states.json", "\"potential_energy\": 129", "\"potential_energy\": 130");
        final List<DynamicsCheck.Result> results = DynamicsCheck.run(file);
        for (final DynamicsCheck.Result r : results) {
            assertEquals(!"potential_energy".equals(r.quantity()), r.pass(), r.toString());
        }
    }

    @Test
    void aQuantityThatIsNeverGivenDoesNotPass() throws Exception {
        final String text = Files.readString(resource("states.json")).replace("\"mass_matrix\": [", "\"other\": [");
        final Path file = written("states.json", "x", "x");
        Files.writeString(file, text);
        assertFalse(DynamicsCheck.run(file).get(3).pass());
    }

    @Test
    void refusesFilesInOneLine() throws Exception {
        refused("no such file", folder.resolve("absent.json"));
        final Path file = written("states.json", "a1_golden.xml", "spot.xml");
        refused("spot.xml", file);
        Files.writeString(file, "{\"model\": ");
        refused("not JSON", file);
        Files.writeString(file, "{\"model\": \"a1_golden.xml\"}");
        refused("states: expected a list", file);
        Files.writeString(file, "{\"states\": [{}]}");
        refused("model: expected a text", file);
        Files.writeString(file, "{\"model\": \"a1_golden.xml\", \"states\": [{}]}");
        refused("base_position: expected 3 numbers", file);
        Files.writeString(file, "{\"model\": \"a1_golden.xml\", \"states\": [{\"base_position\": [1, 2, 3, 4]}]}");
        refused("base_position: expected 3 numbers", file);
        Files.writeString(folder.resolve("links.json"), "{\"links\": [{\"name\": \"body\"}]}");
        refused("no link \"trunk\"", file);
    }

    private static void refused(final String why, final Path file) {
        final String message =
                assertThrows(IOException.class, () -> DynamicsCheck.run(file)).getMessage();
        assertTrue(message.contains(why) && !message.contains("\n"), message);
    }
}
