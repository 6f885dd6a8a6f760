package gaitd.bench.adapt;

import gaitd.policies.text.FormatException;
import gaitd.policies.text.JsonFields;

/**
 * What a walk is of.
 *
 * @param fieldCase what happened to the robot; nominal for nothing
 * @param engine physics
 * @param policy the bundle's name
 * @param road where candidates come from; empty where nothing adapts
 * @param arm what it is compared as
 * @param seed decides noise and training
 * @param seconds of walking
 */
record AdaptCase(String fieldCase, String engine, String policy, String road, Arm arm, long seed, int seconds) {
    /**
     * A case as it was written.
     *
     * @param fields named as the components
     * @return the case
     * @throws FormatException when one is missing or of another kind
     */
    static AdaptCase of(final JsonFields fields) throws FormatException {
        return new AdaptCase(
                fields.text("fieldCase"),
                fields.text("engine"),
                fields.text("policy"),
                fields.text("road"),
                Arm.of(fields.text("arm")),
                fields.integer("seed", 0, Integer.MAX_VALUE),
                fields.integer("seconds", 1, Integer.MAX_VALUE));
    }
}
