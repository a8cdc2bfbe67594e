## Hari dan jam kantor.

day = { $weekday ->
        [0] Sen
        [1] Sel
        [2] Rab
        [3] Kam
        [4] Jum
        [5] Sab
       *[6] Min
    } { $day } { $month ->
        [1] Jan
        [2] Feb
        [3] Mar
        [4] Apr
        [5] Mei
        [6] Jun
        [7] Jul
        [8] Agu
        [9] Sep
        [10] Okt
        [11] Nov
       *[12] Des
    }
card-begins = 🗓 Mulai { $time }
card-clock-stopped = ⏸ Waktu berhenti: menunggu pemohon
remind-ahead = ⏰ <b>{ $ticket }</b>: { $moment } · { $step }

## /libur: hari libur dan jam kantor.

command-libur = Hari libur dan jam kantor
holidays =
    🗓 <b>Hari kerja kantor</b>
    Hari ini { $hours ->
        [none] kantor tutup.
       *[other] kantor buka { $hours }.
    }

    <b>Libur berikutnya</b>
    { $holidays }{ $undecreed ->
        [none] { "" }
       *[other] {"\u000A"}⚠️ Cuti bersama { $undecreed } belum ada di kalender bot: tambahkan setelah ditetapkan pemerintah.
    }{ $corrections ->
        [none] { "" }
       *[other] {"\u000A\u000A"}<b>Perubahan oleh kantor</b>{"\u000A"}{ $corrections }
    }

    <b>Mengubah</b>
    <code>/libur tambah 28/12/2026-30/12/2026 Pindah gedung</code>
    <code>/libur masuk 26/12/2026 Ganti hari kerja</code>
    <code>/libur jam 08/02/2027-09/03/2027 08:00-15:00 Ramadan</code>
    <code>/libur hapus 3</code>
holidays-one = { $day } · { $name } ({ $source ->
        [national] nasional
        [joint] cuti bersama
        [estimated] perkiraan, menunggu ketetapan pemerintah
       *[office] kantor
    })
holidays-correction = { $number }. { $change ->
        [closed] Libur
        [open] Masuk
       *[hours] Jam { $hours }
    }: { $first }{ $last ->
        [none] { "" }
       *[other] {" "}sampai { $last }
    } · { $reason }
holidays-correction-by = { $correction } ({ $name }, { $on })
holidays-made =
    ✅ Tercatat dan langsung berlaku:
    { $correction }

    Batas waktu yang sedang berjalan ikut dihitung ulang.
holidays-removed =
    ✅ Dihapus:
    { $correction }

    Batas waktu yang sedang berjalan ikut dihitung ulang.
holidays-no-such = Tidak ada perubahan nomor { $number }. Nomornya tertulis di /libur.
holidays-unreadable =
    Perubahan itu tidak terbaca: tanggal ditulis hari/bulan/tahun, paling lama setahun, lalu alasannya. Contoh:

    <code>/libur tambah 28/12/2026-30/12/2026 Pindah gedung</code>
    <code>/libur masuk 26/12/2026 Ganti hari kerja</code>
    <code>/libur jam 08/02/2027-09/03/2027 08:00-15:00 Ramadan</code>
    <code>/libur hapus 3</code>

## Perkiraan selesai.

card-forecast = 📅 Perkiraan selesai: { $day } · di { $holder } sejak { $since }{ $off ->
        [none] { "" }
        [0] {"\u000A"}⚠️ Terlambat: perkiraan mundur kurang dari 1 hari kerja
       *[other] {"\u000A"}⚠️ Terlambat: perkiraan mundur { $off } hari kerja
    }
card-forecast-requester = pemohon
