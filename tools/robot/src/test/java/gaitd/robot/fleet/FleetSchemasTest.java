package gaitd.robot.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import gaitd.policies.bundle.Signatures;
import gaitd.policies.text.FormatException;
import gaitd.policies.text.JsonFields;
import gaitd.policies.text.JsonReader;
import gaitd.robot.publication.Publication;
import gaitd.robot.publication.PublicationPhase;
import gaitd.robot.publication.SignedPublication;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Messages of the fleet are what their schemas say, and nothing else is read. */
class FleetSchemasTest {
    private static final Path SCHEMAS = Path.of("../../docs/mqtt");
    private static final KeyPair KEYS = Signatures.newKeys();

    private static void fits(final String schema, final String message) throws IOException {
        final JsonSchema read = JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(Files.readString(SCHEMAS.resolve(schema + ".schema.json")));
        assertEquals("[]", read.validate(message, InputFormat.JSON).toString());
        assertFalse(read.validate("{}", InputFormat.JSON).isEmpty());
    }

    private static Publication publication() {
        return Publication.of("00000000000000aa", "yard", 7, 9, List.of("a1-01", "a1-02"), "better", new byte[40_000]);
    }

    @Test
    void statementsFitInAllPhases() throws IOException {
        for (final PublicationPhase phase : PublicationPhase.values()) {
            final Publication said = publication().in(phase, 8);
            final byte[] message = SignedPublication.seal(said, KEYS.getPrivate());
            final JsonFields envelope =
                    new JsonFields("m", JsonReader.parse(new String(message, StandardCharsets.UTF_8)));
            fits("publication", envelope.text("body"));
            assertEquals(said, SignedPublication.open(message, KEYS.getPublic()));
        }
    }

    @Test
    void reportsFitInAllStates() throws IOException {
        for (final FleetState state : FleetState.values()) {
            final FleetReport report =
                    new FleetReport("a1-01", "yard", "00000000000000aa", state, "why", 3, "as shipped");
            fits("fleet", new String(report.message(), StandardCharsets.UTF_8));
            assertEquals(report, FleetReport.read(report.message(), FleetTopics.report("a1-01")));
        }
        fits(
                "fleet",
                new String(
                        new FleetReport("a1-01", "yard", "", FleetState.NONE, "", 0, "as shipped").message(),
                        StandardCharsets.UTF_8));
    }

    @Test
    void aBundleIsOfFourMebibytesAtMost() throws FormatException {
        final Publication most =
                Publication.of("00000000000000aa", "yard", 7, 9, List.of(), "b", new byte[Publication.BYTES_MAX]);
        assertEquals(128, most.chunks().size());
        assertEquals(most, SignedPublication.open(SignedPublication.seal(most, KEYS.getPrivate()), KEYS.getPublic()));
        final Publication more =
                Publication.of("00000000000000aa", "yard", 7, 9, List.of(), "b", new byte[Publication.BYTES_MAX + 1]);
        final byte[] message = SignedPublication.seal(more, KEYS.getPrivate());
        assertTrue(assertThrows(FormatException.class, () -> SignedPublication.open(message, KEYS.getPublic()))
                .getMessage()
                .contains("bytes"));
    }

    @Test
    void aStatementWhosePiecesDoNotMakeItsBytesIsRefused() {
        final Publication said = publication();
        final Publication wrong = new Publication(
                said.id(),
                said.group(),
                7,
                9,
                said.phase(),
                said.robots(),
                "b",
                said.sha256(),
                said.bytes(),
                said.chunks().subList(0, 1));
        final byte[] message = SignedPublication.seal(wrong, KEYS.getPrivate());
        assertTrue(assertThrows(FormatException.class, () -> SignedPublication.open(message, KEYS.getPublic()))
                .getMessage()
                .contains("1 do not make 40000 bytes"));
    }
}
