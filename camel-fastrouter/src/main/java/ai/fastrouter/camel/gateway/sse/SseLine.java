package ai.fastrouter.camel.gateway.sse;

/** Finds its way in the bytes of a line: everything here looks at a range and keeps nothing. */
final class SseLine {

    private SseLine() {}

    /** The index of the next LF or CR; the end of the range when there is none. */
    static int lineEnd(byte[] bytes, int from, int to) {
        int i = from;
        while (i < to && bytes[i] != '\n' && bytes[i] != '\r') {
            i++;
        }
        return i;
    }

    /** The start of the line, behind a byte order mark if there is one. */
    static int afterByteOrderMark(byte[] bytes, int from, int to) {
        boolean mark = to - from >= 3
                && bytes[from] == (byte) 0xEF
                && bytes[from + 1] == (byte) 0xBB
                && bytes[from + 2] == (byte) 0xBF;
        return mark ? from + 3 : from;
    }

    /** Whether it is a data field, by far the most frequent one. */
    static boolean isData(byte[] bytes, int from, int to) {
        return to - from >= 5
                && bytes[from] == 'd'
                && bytes[from + 1] == 'a'
                && bytes[from + 2] == 't'
                && bytes[from + 3] == 'a'
                && bytes[from + 4] == ':';
    }

    /** The start of the value of a data field. */
    static int dataStart(byte[] bytes, int from, int to) {
        return valueStart(bytes, from + 5, to);
    }

    /** The start of a value behind its colon: one blank is skipped. */
    static int valueStart(byte[] bytes, int from, int to) {
        return from < to && bytes[from] == ' ' ? from + 1 : from;
    }

    /** Whether a field has this name. */
    static boolean isNamed(String name, byte[] bytes, int from, int to) {
        if (to - from != name.length()) {
            return false;
        }
        for (int i = 0; i < name.length(); i++) {
            if (bytes[from + i] != name.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
