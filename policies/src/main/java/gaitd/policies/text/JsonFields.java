package gaitd.policies.text;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Typed fields of a JSON object; whatever is missing or of another kind is refused with the object's name and the field's. */
public final class JsonFields {
    private final String where;
    private final Map<?, ?> fields;

    /**
     * Wraps a parsed value.
     *
     * @param where the name that refusals begin with
     * @param value from {@link JsonReader#parse}
     * @throws FormatException when it is not an object
     */
    public JsonFields(final String where, final Object value) throws FormatException {
        if (!(value instanceof final Map<?, ?> map)) {
            throw new FormatException(where + ": expected a JSON object");
        }
        this.where = where;
        this.fields = map;
    }

    /**
     * Reads a file.
     *
     * @param file of UTF-8
     * @return its object
     * @throws IOException when it cannot be read or is none
     */
    public static JsonFields read(final Path file) throws IOException {
        try {
            return new JsonFields(file.toString(), JsonReader.parse(Files.readString(file)));
        } catch (final FormatException e) {
            throw e.getMessage().startsWith(file.toString()) ? e : new FormatException(file + ": " + e.getMessage());
        } catch (final NoSuchFileException e) {
            throw new FormatException(file + ": there is no such file");
        } catch (final CharacterCodingException e) {
            throw new FormatException(file + ": is not a text in UTF-8");
        }
    }

    /**
     * Whether a field is there and not null.
     *
     * @param key its name
     * @return true when it has a value
     */
    public boolean has(final String key) {
        return fields.get(key) != null;
    }

    /**
     * A list of objects.
     *
     * @param key its name
     * @return an array, in order
     * @throws FormatException when it is none
     */
    public JsonFields[] objects(final String key) throws FormatException {
        if (!(fields.get(key) instanceof final List<?> list)) {
            throw wrong(key, "a list");
        }
        final JsonFields[] objects = new JsonFields[list.size()];
        for (int i = 0; i < objects.length; i++) {
            objects[i] = new JsonFields(where + ": " + key + " " + i, list.get(i));
        }
        return objects;
    }

    /**
     * A nested object.
     *
     * @param key its name
     * @return the object
     * @throws FormatException when it is none
     */
    public JsonFields object(final String key) throws FormatException {
        return new JsonFields(where + ": " + key, fields.get(key));
    }

    /**
     * A text.
     *
     * @param key its name
     * @return the text
     * @throws FormatException when it is none
     */
    public String text(final String key) throws FormatException {
        if (fields.get(key) instanceof final String text) {
            return text;
        }
        throw wrong(key, "a text");
    }

    /**
     * A list of texts.
     *
     * @param key its name
     * @param most longest list that is taken
     * @return the texts, in order
     * @throws FormatException when it is none
     */
    public List<String> texts(final String key, final int most) throws FormatException {
        if (!(fields.get(key) instanceof final List<?> list)
                || list.size() > most
                || !list.stream().allMatch(String.class::isInstance)) {
            throw wrong(key, "a list of at most " + most + " texts");
        }
        return list.stream().map(String.class::cast).toList();
    }

    /**
     * A truth value.
     *
     * @param key its name
     * @return the value
     * @throws FormatException when it is none
     */
    public boolean flag(final String key) throws FormatException {
        if (fields.get(key) instanceof final Boolean flag) {
            return flag;
        }
        throw wrong(key, "true or false");
    }

    /**
     * A number.
     *
     * @param key its name
     * @return the number
     * @throws FormatException when it is none
     */
    public double number(final String key) throws FormatException {
        if (fields.get(key) instanceof final Number number) {
            return number.doubleValue();
        }
        throw wrong(key, "a number");
    }

    /**
     * A whole number in a range.
     *
     * @param key its name
     * @param least smallest that is taken
     * @param most largest that is taken
     * @return the number
     * @throws FormatException when it is none or out of range
     */
    public int integer(final String key, final int least, final int most) throws FormatException {
        if (fields.get(key) instanceof final Long number && number >= least && number <= most) {
            return number.intValue();
        }
        throw wrong(key, "a whole number from " + least + " to " + most);
    }

    /**
     * A list of numbers.
     *
     * @param key its name
     * @param length how many there must be
     * @return the numbers
     * @throws FormatException when there are not as many numbers
     */
    public double[] vector(final String key, final int length) throws FormatException {
        return row(fields.get(key), key, length);
    }

    /**
     * A list of rows.
     *
     * @param key its name
     * @param rows how many there must be, or -1 for any number
     * @param cols length of each
     * @return the numbers
     * @throws FormatException when the size is another
     */
    public double[][] matrix(final String key, final int rows, final int cols) throws FormatException {
        if (!(fields.get(key) instanceof final List<?> list) || (rows >= 0 && list.size() != rows)) {
            throw wrong(key, rows >= 0 ? rows + " rows of numbers" : "rows of numbers");
        }
        final double[][] matrix = new double[list.size()][];
        for (int i = 0; i < matrix.length; i++) {
            matrix[i] = row(list.get(i), key, cols);
        }
        return matrix;
    }

    /**
     * Numbers in lists of any depth.
     *
     * @param key its name
     * @param length how many there must be
     * @return the numbers, row by row
     * @throws FormatException when there are not as many numbers
     */
    public double[] flat(final String key, final int length) throws FormatException {
        final List<Double> numbers = new ArrayList<>();
        if (!flatten(fields.get(key), numbers) || numbers.size() != length) {
            throw wrong(key, length + " numbers");
        }
        return numbers.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static boolean flatten(final Object value, final List<Double> numbers) {
        if (value instanceof final Number number) {
            return numbers.add(number.doubleValue());
        }
        return value instanceof final List<?> list && list.stream().allMatch(item -> flatten(item, numbers));
    }

    private double[] row(final Object value, final String key, final int length) throws FormatException {
        if (!(value instanceof final List<?> list) || list.size() != length) {
            throw wrong(key, length + " numbers");
        }
        final double[] row = new double[length];
        for (int i = 0; i < length; i++) {
            if (!(list.get(i) instanceof final Number number)) {
                throw wrong(key, "numbers only");
            }
            row[i] = number.doubleValue();
        }
        return row;
    }

    private FormatException wrong(final String key, final String expected) {
        return new FormatException(where + ": " + key + ": expected " + expected);
    }
}
