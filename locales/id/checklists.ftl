## Daftar periksa.

checklist-good = Semua baik
form-hint-checklist = Ketuk yang <b>tidak baik</b> (⚠️), lalu tekan <b>Selesai</b>. Bila semua baik, langsung tekan Selesai.
