## Open datasets: what the office has published, for everybody.

menu-datasets = 📈 Datasets
command-dataset = Open datasets
dataset-list =
    📈 <b>Open datasets</b> ({ $count }). Tap the one that you need.

    { $found }
dataset-one = <b>{ $name }</b>{ $period ->
        [none] { "" }
       *[other] {" "}· { $period }
    }{ $description ->
        [none] { "" }
       *[other] {""}. { $description }
    }
dataset-take = ⬇️ { $name }
dataset-more = Next ›
dataset-none = No dataset has been published here yet.
dataset-link = 📈 <b>{ $name }</b> is published at this address.
dataset-open = 🔗 Open
dataset-gone = This dataset is not available any more. What there is: /dataset.

## Offered before a request is opened.

instead-ask =
    <b>Is this what you are looking for?</b> { $count ->
        [one] It has been published
       *[other] These have been published
    } and can be taken now, without a request.

    { $found }
instead-go-on = Not this, go on
instead-taken = Sent to this chat.
