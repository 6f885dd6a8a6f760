package gaitd.policies.bundle;

import gaitd.policies.text.TomlText;
import gaitd.policies.text.TomlView;
import java.util.Map;

/** Facts of a network: its kind and everything that a state dictionary lacks. Immutable. */
public sealed interface CellFacts permits LtcFacts, CfcFacts, OdeFacts, CtGruFacts, LayersFacts, GraphFacts {
    /** Greatest number of neurons in a layer. */
    int UNITS_MAX = 4096;

    /**
     * Name of the kind.
     *
     * @return as in the manifest's {@code kind}
     */
    String kind();

    /**
     * Size of the input.
     *
     * @return values per step
     */
    int inputs();

    /**
     * Size of the output.
     *
     * @return values per step
     */
    int outputs();

    /**
     * Elapsed time that the cell is given, in its own unit: cells of {@code ncps} are usually trained with 1.0 a step, whatever
     * the rate.
     *
     * @return per policy step; 1 for kinds that know no time
     */
    double elapsedPerStep();

    /**
     * The tensors it needs.
     *
     * @return shape by name, in the order in which they are written
     */
    Map<String, int[]> shapes();

    /**
     * Reads the table that {@link #write} writes.
     *
     * @param table the facts
     * @return the cell, null when a fact is missing or wrong
     */
    static CellFacts read(final TomlView table) {
        final String kind = table.text("kind");
        return switch (kind) {
            case LtcFacts.KIND -> LtcFacts.read(table);
            case CfcFacts.KIND -> CfcFacts.read(table);
            case OdeFacts.KIND -> OdeFacts.read(table);
            case CtGruFacts.KIND -> CtGruFacts.read(table);
            case LayersFacts.KIND -> LayersFacts.read(table);
            case GraphFacts.KIND -> GraphFacts.read(table);
            default -> {
                if (!kind.isEmpty()) {
                    table.problem(
                            "kind",
                            "'%s', expected %s, %s, %s, %s, %s or %s"
                                    .formatted(
                                            kind,
                                            LtcFacts.KIND,
                                            CfcFacts.KIND,
                                            OdeFacts.KIND,
                                            CtGruFacts.KIND,
                                            LayersFacts.KIND,
                                            GraphFacts.KIND));
                }
                yield null;
            }
        };
    }

    /**
     * Writes the facts, {@code kind} among them.
     *
     * @param text where to
     */
    void write(TomlText text);
}
