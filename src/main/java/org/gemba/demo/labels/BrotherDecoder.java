package org.gemba.demo.labels;

import java.awt.image.BufferedImage;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Reads Brother's raster commands one after the other, as the printer's own firmware would.
final class BrotherDecoder {
    private final DataInputStream in;
    private final Consumer<PrintedLabel> printed;
    private final List<byte[]> rows = new ArrayList<>();
    private int tape;
    private int length;
    private int announced;
    private boolean cut;

    BrotherDecoder(DataInputStream in, Consumer<PrintedLabel> printed) {
        this.in = in;
        this.printed = printed;
    }

    /// Until the other end closes.
    void run() throws IOException {
        for (int next = in.read(); next >= 0; next = in.read()) {
            switch (next) {
                case 0x00 -> {}
                case 0x1B -> escape();
                case 'M' -> require(in.readUnsignedByte() == 0, "only rows without compression are taken");
                case 'g' -> row();
                case 'Z' -> rows.add(new byte[0]);
                case 0x0C, 0x1A -> print();
                default -> throw new IOException("unknown command 0x" + Integer.toHexString(next));
            }
        }
        if (!rows.isEmpty()) throw new EOFException("a page without its end");
    }

    private void escape() throws IOException {
        int kind = in.readUnsignedByte();
        if (kind == '@') {
            rows.clear();
            return;
        }
        require(kind == 'i', "unknown escape 0x" + Integer.toHexString(kind));
        switch (in.readUnsignedByte()) {
            case 'a' -> require(in.readUnsignedByte() == 1, "only raster mode is known");
            case 'z' -> information();
            case 'M' -> cut = (in.readUnsignedByte() & 0x40) != 0;
            case 'A', 'K', '!' -> in.readUnsignedByte();
            case 'd' -> in.readUnsignedShort();
            default -> throw new IOException("unknown escape i");
        }
    }

    private void information() throws IOException {
        in.readUnsignedByte();
        in.readUnsignedByte();
        tape = in.readUnsignedByte();
        length = in.readUnsignedByte();
        announced = Integer.reverseBytes(in.readInt());
        in.readUnsignedShort();
    }

    private void row() throws IOException {
        require(in.readUnsignedByte() == 0, "only one colour is known");
        var row = new byte[in.readUnsignedByte()];
        in.readFully(row);
        rows.add(row);
    }

    private void print() throws IOException {
        require(rows.size() == announced, rows.size() + " rows where " + announced + " were announced");
        int width = rows.stream().mapToInt(row -> row.length * 8).max().orElse(0);
        require(width > 0, "a page without rows");
        var image = new BufferedImage(width, rows.size(), BufferedImage.TYPE_BYTE_BINARY);
        for (int y = 0; y < rows.size(); y++) {
            var row = rows.get(y);
            // the head counts from the right
            for (int x = 0; x < width; x++) {
                boolean black = x / 8 < row.length && (row[x / 8] & 0x80 >> x % 8) != 0;
                image.setRGB(width - 1 - x, y, black ? 0 : 0xFFFFFF);
            }
        }
        rows.clear();
        printed.accept(new PrintedLabel("brother-ql", image, tape, length, cut));
    }

    private static void require(boolean holds, String otherwise) throws IOException {
        if (!holds) throw new IOException(otherwise);
    }
}
